import { app, BrowserWindow, ipcMain, protocol } from 'electron';
import { join } from 'node:path';

/** A small app for what Electron and its stand-in must do alike. */
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
const pages = {
  '/': '<!doctype html><title>Contract</title><iframe src="/frame.html"></iframe>',
  '/frame.html': '<!doctype html><title>Frame</title>',
};

ipcMain.handle('echo', (_event, value) => value);
ipcMain.handle('fail', () => {
  throw new TypeError('refused by the handler');
});
ipcMain.handle('who', ({ senderFrame }) => ({
  url: senderFrame?.url,
  top: senderFrame?.parent === null,
}));
app.on('window-all-closed', () => app.quit());

async function start() {
  protocol.handle('app', (request) => {
    const page = pages[new URL(request.url).pathname];
    return new Response(page ?? null, {
      status: page === undefined ? 404 : 200,
      headers: { 'content-type': 'text/html' },
    });
  });
  const preload = join(import.meta.dirname, 'preload.cjs');
  const window = new BrowserWindow({
    webPreferences: { preload, sandbox: true, nodeIntegrationInSubFrames: true },
  });
  await window.loadURL('app://contract/');
}
void app.whenReady().then(start);

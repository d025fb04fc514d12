import type { BrowserWindow } from 'electron';

/** How long a page may take to save before it is closed without it. */
const patience = 5_000;

export interface SavingClose {
  /** The page says that it has saved. */
  readonly saved: () => void;
}

/**
 * Before `window` closes, `askToSave` tells its page to save what is still in it; the window
 * goes when the page has answered, has died, or took longer than five seconds.
 */
export function saveBeforeClose(
  window: Pick<BrowserWindow, 'on' | 'destroy' | 'isDestroyed'> & {
    webContents: Pick<BrowserWindow['webContents'], 'on'>;
  },
  askToSave: () => void,
): SavingClose {
  let closing = false;
  let timer: NodeJS.Timeout | undefined;
  const go = () => {
    clearTimeout(timer);
    if (closing && !window.isDestroyed()) window.destroy();
  };
  window.on('close', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    timer = setTimeout(go, patience);
    askToSave();
  });
  window.webContents.on('render-process-gone', go);
  return { saved: go };
}

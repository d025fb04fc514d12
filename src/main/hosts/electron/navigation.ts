import type { Dialog, Shell, WebContents } from 'electron';
import { messages } from './messages.ts';

type GuardedContents = Pick<
  WebContents,
  'on' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'
>;

/**
 * Keeps a page where it is: no navigation, no frame, no window, no webview, no UDP.
 * `offer` receives the addresses the page wanted to open.
 */
export function guardContents(contents: GuardedContents, offer: (address: string) => void) {
  contents.on('will-navigate', (event) => {
    event.preventDefault();
    offer(event.url);
  });
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    offer(url);
    return { action: 'deny' };
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** True for the only addresses Attache ever hands to the browser. */
export const mayOpenOutside = (address: string): boolean => {
  const url = URL.parse(address);
  return url?.protocol === 'https:' && url.username === '' && url.password === '';
};

/**
 * Asks before an https address is opened in the person's browser, one question at a time;
 * every other address is dropped.
 */
export function externalLinks(electron: {
  dialog: Pick<Dialog, 'showMessageBox'>;
  shell: Pick<Shell, 'openExternal'>;
}): (address: string) => void {
  let asking = false;
  const ask = async (address: string) => {
    asking = true;
    try {
      const { response } = await electron.dialog.showMessageBox({
        type: 'question',
        message: messages.openLink.question,
        detail: `${address}\n\n${messages.openLink.consequence}`,
        buttons: [messages.openLink.stay, messages.openLink.open],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      if (response === 1) await electron.shell.openExternal(address);
    } finally {
      asking = false;
    }
  };
  return (address) => {
    if (!asking && mayOpenOutside(address)) void ask(new URL(address).href);
  };
}

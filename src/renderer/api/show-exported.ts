import type { Messages } from '../messages/messages.ts';
import { copyToClipboard } from '../ui/copy-to-clipboard.ts';
import { showToast } from '../ui/toast/toasts.ts';
import { bridge } from './bridge.ts';
import { showError } from './show-error.ts';

/**
 * Says where an export went: the desktop app shows it in its folder; a browser tab, which is not
 * told the folder of its downloads, copies the name to look for.
 */
export function showExported(m: Messages, place: string): void {
  const desktop = bridge;
  showToast({
    message: m('exports.saved', { place }),
    action:
      desktop === undefined
        ? {
            label: m('exports.copyName'),
            run: () => void copyToClipboard({ 'text/plain': place }),
          }
        : {
            label: m('exports.showInFolder'),
            run: () => void desktop.showInFolder(place).catch(showError),
          },
  });
}

import type { Session as ElectronSession, WebContents } from 'electron';
import { recorded } from './record.ts';
import type { Session } from './cdp.ts';

type CheckHandler = Parameters<ElectronSession['setPermissionCheckHandler']>[0];
type RequestHandler = Parameters<ElectronSession['setPermissionRequestHandler']>[0];
type Permission = Parameters<NonNullable<CheckHandler>>[1];

/** Electron's name of a permission, and those of Chromium's that it stands for. */
const names: readonly (readonly [Permission, readonly string[]])[] = [
  ['geolocation', ['geolocation']],
  ['notifications', ['notifications']],
  ['media', ['camera', 'microphone']],
  ['midi', ['midi']],
  ['clipboard-read', ['clipboard-read']],
  ['clipboard-sanitized-write', ['clipboard-write']],
  ['idle-detection', ['idle-detection']],
];

export interface PermissionHandlers {
  check: CheckHandler;
  request: RequestHandler;
}

/** As Electron does: what no handler denies is granted. */
function granted(
  handlers: PermissionHandlers,
  permission: Permission,
  contents: WebContents,
): boolean {
  const details = { requestingUrl: contents.getURL(), isMainFrame: true };
  if (handlers.check?.(contents, permission, details.requestingUrl, details) === false) {
    return false;
  }
  let answer = handlers.request === null;
  handlers.request?.(contents, permission, (given) => (answer = given), details);
  return answer;
}

/** Asks the app's handlers for every permission and gives Chromium their answers. */
export async function applyPermissions(
  browser: Session,
  handlers: PermissionHandlers,
  contents: WebContents,
): Promise<void> {
  for (const [permission, inChromium] of names) {
    const yes = granted(handlers, permission, contents);
    recorded.permissionsAsked.push({ permission, granted: yes });
    for (const name of inChromium) {
      await browser.send('Browser.setPermission', {
        permission: { name },
        setting: yes ? 'granted' : 'denied',
      });
    }
  }
}

import { recorded } from './record.ts';
import type { Session } from './cdp.ts';

/** Electron's name of a permission, and those of Chromium's that it stands for. */
const names: Readonly<Record<string, readonly string[]>> = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  'display-capture': ['display-capture'],
  'idle-detection': ['idle-detection'],
};

export interface PermissionHandlers {
  check: ((contents: null, permission: string, origin: string, details: object) => boolean) | null;
  request:
    | ((
        contents: object,
        permission: string,
        answer: (granted: boolean) => void,
        details: object,
      ) => void)
    | null;
}

/** As Electron does: what no handler denies is granted. */
function granted(handlers: PermissionHandlers, permission: string, contents: object): boolean {
  const details = { requestingUrl: '', isMainFrame: true };
  if (handlers.check?.(null, permission, '', details) === false) return false;
  let answer = handlers.request === null;
  handlers.request?.(contents, permission, (given) => (answer = given), details);
  return answer;
}

/** Asks the app's handlers for every permission and gives Chromium their answers. */
export async function applyPermissions(
  browser: Session,
  handlers: PermissionHandlers,
  contents: object,
): Promise<void> {
  for (const [permission, inChromium] of Object.entries(names)) {
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

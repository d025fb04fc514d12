import type { App, CommandLine, Session } from 'electron';
import { bundleScheme } from './protocol.ts';

/**
 * Switches for the whole process, before the app is ready: every renderer in the sandbox,
 * and no host name ever resolved, so that not even a prefetch can name one to the network.
 */
export function lockProcess(
  app: Pick<App, 'enableSandbox'> & { commandLine: Pick<CommandLine, 'appendSwitch'> },
) {
  app.enableSandbox();
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
}

type LockedSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
  | 'on'
> & { webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> };

/**
 * Denies a session every permission, every request that is not for the bundle, every
 * download, and the spellchecker, which would fetch dictionaries. Only while Attache is being
 * `developed` may the developer tools be loaded, which are a page of their own scheme.
 */
export function lockSession(session: LockedSession, { developed }: { developed: boolean }) {
  const served = new Set([`${bundleScheme}:`, ...(developed ? ['devtools:'] : [])]);
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !served.has(URL.parse(details.url)?.protocol ?? '') }),
  );
}

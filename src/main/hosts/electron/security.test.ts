import type { OnBeforeRequestListenerDetails } from 'electron';
import { expect, test } from 'vitest';
import { lockSession } from './security.ts';

type Listener = (details: OnBeforeRequestListenerDetails, answer: Answer) => void;
type Answer = (response: { cancel?: boolean }) => void;

/** Which of `addresses` a locked session lets through. */
function served(addresses: readonly string[], developed: boolean): string[] {
  let listener: Listener = () => undefined;
  const onBeforeRequest = (given: Listener) => (listener = given);
  const nothing = () => undefined;
  const session = {
    setPermissionRequestHandler: nothing,
    setPermissionCheckHandler: nothing,
    setDevicePermissionHandler: nothing,
    setSpellCheckerEnabled: nothing,
    on: nothing,
    webRequest: { onBeforeRequest },
  };
  lockSession(session as unknown as Parameters<typeof lockSession>[0], { developed });
  return addresses.filter((url) => {
    let cancelled: boolean | undefined;
    listener({ url } as OnBeforeRequestListenerDetails, ({ cancel }) => (cancelled = cancel));
    return cancelled === false;
  });
}

const foreign = [
  'https://example.com/',
  'http://127.0.0.1/',
  'ws://localhost/',
  'file:///etc/hosts',
  'data:text/html,x',
  'application://bundle/',
  'nonsense',
  '',
];

test('a package serves its bundle and nothing else', () => {
  const all = ['app://bundle/', ...foreign, 'devtools://devtools/bundled/inspector.html'];
  expect(served(all, false)).toEqual(['app://bundle/']);
});

test('while it is developed the developer tools load too', () => {
  const tools = 'devtools://devtools/bundled/inspector.html';
  expect(served(['app://bundle/', ...foreign, tools], true)).toEqual(['app://bundle/', tools]);
});

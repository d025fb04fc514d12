import type { half } from './halves.ts';
import type { watchPopups } from './popups.ts';

export interface PreloadNames {
  /** The binding through which this world speaks to the main process. */
  readonly binding: string;
  /** The function through which it is spoken to. */
  readonly inlet: string;
  readonly preloadEvent: string;
  readonly pageEvent: string;
  readonly popupEvent: string;
  readonly subFrames: boolean;
}

type PreloadScript = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
  process: object,
) => void;

/**
 * Runs in the preload script's world before it: `electron` as a sandboxed preload script
 * finds it. Must not name anything outside itself.
 */
export function preloadWorld(
  names: PreloadNames,
  makeHalf: typeof half,
  watch: typeof watchPopups,
  script: PreloadScript,
) {
  if (globalThis.top !== globalThis.self && !names.subFrames) return;
  const bridge = makeHalf(names.preloadEvent, names.pageEvent);
  const speak = (globalThis as unknown as Record<string, (text: string) => void>)[names.binding];
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const listeners = new Map<string, Set<(...args: unknown[]) => void>>();
  let last = 0;

  watch(names.popupEvent, (popup) => speak?.(JSON.stringify({ popup })));

  const tell = (message: { id: number; channel: string; args: unknown[] }) =>
    // Cloned first: what cannot be cloned throws here, as it does in Electron.
    speak?.(JSON.stringify(structuredClone(message)));

  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]) {
      const call = Promise.withResolvers<unknown>();
      const id = ++last;
      try {
        tell({ id, channel, args });
        waiting.set(id, call);
      } catch (error) {
        call.reject(error);
      }
      return call.promise;
    },
    send: (channel: string, ...args: unknown[]) => tell({ id: 0, channel, args }),
    on(channel: string, listener: (...args: unknown[]) => void) {
      const set = listeners.get(channel) ?? new Set();
      listeners.set(channel, set.add(listener));
      return ipcRenderer;
    },
    off(channel: string, listener: (...args: unknown[]) => void) {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
  };
  interface Told {
    readonly id?: number;
    readonly failed?: string;
    readonly value?: unknown;
    readonly channel?: string;
    readonly args?: readonly unknown[];
  }
  const receive = (message: Told) => {
    if (message.id === undefined) {
      const args = message.args ?? [];
      for (const listener of listeners.get(message.channel ?? '') ?? []) listener({}, ...args);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.failed === undefined) call?.resolve(message.value);
    else call?.reject(new Error(message.failed));
  };
  Object.defineProperty(globalThis, names.inlet, { value: receive });

  const electron = {
    contextBridge: { exposeInMainWorld: bridge.exposeInMainWorld },
    ipcRenderer,
    // A File made by a script has no path, and Chromium hands no other one to a page here.
    webUtils: { getPathForFile: (_file: File) => '' },
  };
  const module = { exports: {} };
  const require = (name: string) => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`);
  };
  script(require, module, module.exports, {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
  });
}

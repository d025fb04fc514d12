import type { Bridge } from '../../shared/contract/bridge.ts';

declare global {
  interface Window {
    /** Present in the desktop app only. */
    readonly attache?: Bridge<File>;
  }
}

/** What the desktop app offers; undefined in a browser tab. */
export const bridge: Bridge<File> | undefined = window.attache;

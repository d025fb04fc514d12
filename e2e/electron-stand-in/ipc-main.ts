import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { EventEmitter } from 'node:events';

type Handler = Parameters<IpcMain['handle']>[1];

export class StandInIpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle = (channel: string, handler: Handler): void => {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, handler);
  };

  removeHandler = (channel: string): void => void this.#handlers.delete(channel);

  /** The stand-in's own: what a page invoked. Rejects in Electron's words. */
  async answer(
    channel: string,
    event: IpcMainInvokeEvent,
    args: readonly unknown[],
  ): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    try {
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      return structuredClone(await handler(event, ...args));
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, {
        cause: error,
      });
    }
  }
}

export const ipcMain = new StandInIpcMain();

import type { EventEmitter } from 'node:events';

/** An event as Electron hands it to listeners: it can be prevented. */
export interface Preventable {
  defaultPrevented: boolean;
  preventDefault(): void;
}

/** Emits `name` with a preventable event carrying `details`; answers whether it was prevented. */
export function emitPreventable(
  emitter: EventEmitter,
  name: string,
  details: object = {},
  ...args: unknown[]
): boolean {
  const event: Preventable = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  emitter.emit(name, event, ...args);
  return event.defaultPrevented;
}

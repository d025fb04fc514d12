import { EventEmitter, once } from 'node:events';
import type { CDPSession } from '@playwright/test';

/** One attached target of the browser, or the browser itself. Types are Playwright's own. */
export type Session = Pick<CDPSession, 'send' | 'on'>;

interface Reply {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** A connection to Chromium's DevTools protocol with flat sessions. */
export class Cdp {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  readonly #emitters = new Map<string, EventEmitter>();
  #lastId = 0;

  static async connect(address: string): Promise<Cdp> {
    const socket = new WebSocket(address);
    await once(socket, 'open');
    return new Cdp(socket);
  }

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data))));
    socket.addEventListener('close', () => {
      for (const call of this.#waiting.values()) call.reject(new Error('Chromium has gone.'));
      this.#waiting.clear();
    });
  }

  /** The session of `sessionId`; without one, the browser's own. */
  session(sessionId = ''): Session {
    const emitter = this.#emitters.get(sessionId) ?? new EventEmitter();
    this.#emitters.set(sessionId, emitter);
    const send = (method: string, params: object = {}) => this.#send(sessionId, method, params);
    return Object.assign(emitter, { send }) as unknown as Session;
  }

  #send(sessionId: string, method: string, params: object): Promise<unknown> {
    const id = ++this.#lastId;
    const call = Promise.withResolvers<unknown>();
    this.#waiting.set(id, call);
    const target = sessionId === '' ? {} : { sessionId };
    this.#socket.send(JSON.stringify({ id, method, params, ...target }));
    return call.promise;
  }

  #receive(message: Reply): void {
    if (message.id === undefined) {
      this.#emitters.get(message.sessionId ?? '')?.emit(message.method ?? '', message.params);
      return;
    }
    const call = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error === undefined) call?.resolve(message.result);
    else call?.reject(new Error(message.error.message));
  }
}

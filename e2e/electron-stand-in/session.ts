import type {
  CallbackResponse,
  OnBeforeRequestListenerDetails,
  Protocol,
  WebRequestFilter,
} from 'electron';
import { EventEmitter } from 'node:events';
import { addresses } from './addresses.ts';
import type { PermissionHandlers } from './permissions.ts';
import { recorded } from './record.ts';

export type RequestDetails = OnBeforeRequestListenerDetails;
type RequestListener = (
  details: RequestDetails,
  answer: (response: CallbackResponse) => void,
) => void;
type ProtocolHandler = Parameters<Protocol['handle']>[1];

export class StandInWebRequest {
  #listener: RequestListener | null = null;

  onBeforeRequest = (
    first: WebRequestFilter | RequestListener | null,
    second?: RequestListener | null,
  ): void => {
    if (second !== undefined || (first !== null && typeof first !== 'function')) {
      throw new Error('The stand-in knows no request filters by pattern.');
    }
    this.#listener = first;
  };

  /** The stand-in's own: true when the app cancels a request. */
  cancels(details: RequestDetails): Promise<boolean> {
    const listener = this.#listener;
    if (listener === null) return Promise.resolve(false);
    return new Promise((resolve) => listener(details, ({ cancel }) => resolve(cancel === true)));
  }
}

export class StandInProtocol {
  readonly #handlers = new Map<string, ProtocolHandler>();
  #ready = false;

  registerSchemesAsPrivileged = (schemes: { scheme: string; privileges?: object }[]): void => {
    if (this.#ready) throw new Error('Schemes must be registered before the app is ready.');
    for (const { scheme, privileges = {} } of schemes) {
      addresses.register(scheme);
      recorded.privilegedSchemes.push({ scheme, privileges });
    }
  };

  handle = (scheme: string, handler: ProtocolHandler): void => {
    if (!this.#ready) throw new Error('protocol.handle needs the app to be ready.');
    this.#handlers.set(scheme, handler);
  };

  /** The stand-in's own. */
  becomeReady(): void {
    this.#ready = true;
  }

  /** The stand-in's own: who answers for an address the app sees. */
  handlerOf(address: string): ProtocolHandler | null {
    return this.#handlers.get(addresses.schemeOf(address) ?? '') ?? null;
  }
}

export class StandInSession extends EventEmitter {
  readonly webRequest = new StandInWebRequest();
  readonly protocol = new StandInProtocol();
  readonly permissions: PermissionHandlers = { check: null, request: null };
  #spellChecker = true;

  setPermissionCheckHandler = (handler: PermissionHandlers['check']): void => {
    this.permissions.check = handler;
  };
  setPermissionRequestHandler = (handler: PermissionHandlers['request']): void => {
    this.permissions.request = handler;
  };
  setDevicePermissionHandler = (_handler: unknown): void => {};
  setSpellCheckerEnabled = (enabled: boolean): void => {
    this.#spellChecker = enabled;
  };
  isSpellCheckerEnabled = (): boolean => this.#spellChecker;
}

export const defaultSession = new StandInSession();

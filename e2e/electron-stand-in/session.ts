import { EventEmitter } from 'node:events';
import { addresses } from './addresses.ts';
import type { PermissionHandlers } from './permissions.ts';
import { recorded } from './record.ts';

export interface RequestDetails {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
  readonly referrer: string;
  readonly timestamp: number;
  readonly uploadData: never[];
}
type RequestFilter = (
  details: RequestDetails,
  answer: (response: { cancel?: boolean }) => void,
) => void;
type ProtocolHandler = (request: Request) => Response | Promise<Response>;

export class StandInWebRequest {
  #filter: RequestFilter | null = null;

  onBeforeRequest = (filter: RequestFilter | null): void => {
    this.#filter = filter;
  };

  /** The stand-in's own: true when the app cancels a request. */
  cancels(details: RequestDetails): Promise<boolean> {
    const filter = this.#filter;
    if (filter === null) return Promise.resolve(false);
    return new Promise((resolve) => filter(details, ({ cancel }) => resolve(cancel === true)));
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

import type { IpcMainInvokeEvent, PrintToPDFOptions, WebContents, WebPreferences } from 'electron';
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { addresses } from './addresses.ts';
import type { Session } from './cdp.ts';
import { half } from './halves.ts';
import { ipcMain } from './ipc-main.ts';
import { applyPermissions } from './permissions.ts';
import { denyPopups, watchPopups } from './popups.ts';
import { preloadWorld, type PreloadNames } from './preload-world.ts';
import { emitPreventable } from './preventable.ts';
import { recorded } from './record.ts';
import { defaultSession } from './session.ts';
import { given } from '../../src/shared/contract/given.ts';

const secret = () => randomBytes(12).toString('hex');
const world = `stand-in-preload-${secret()}`;

interface Attached {
  readonly page: Session;
  readonly browser: Session;
  readonly targetId: string;
}
type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

const contentsById = new Map<string, StandInWebContents>();

/** What the preload script's world says. */
type Heard =
  | { readonly popup: string }
  | { readonly id: number; readonly channel: string; readonly args: unknown[] };

/** A frame as `event.senderFrame` shows it. */
interface Frame {
  readonly url: string;
  readonly parent: Frame | null;
}

export class StandInWebContents extends EventEmitter {
  readonly session = defaultSession;
  readonly #preferences: WebPreferences;
  readonly #attached = Promise.withResolvers<Attached>();
  readonly #names: PreloadNames;
  readonly #frames = new Map<string, { url: string; parentId: string | null }>();
  readonly #contexts = new Map<number, string>();
  readonly #asked = new Map<string, string>();
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  #mainFrameId = '';
  #destroyed = false;

  static fromDevToolsTargetId(targetId: string): StandInWebContents | undefined {
    return contentsById.get(targetId);
  }

  static getAllWebContents(): StandInWebContents[] {
    return [...contentsById.values()];
  }

  constructor(preferences: WebPreferences) {
    super();
    this.#preferences = preferences;
    this.#names = {
      binding: `b${secret()}`,
      inlet: `i${secret()}`,
      preloadEvent: secret(),
      pageEvent: secret(),
      popupEvent: secret(),
      subFrames: preferences.nodeIntegrationInSubFrames === true,
    };
  }

  getLastWebPreferences = (): WebPreferences => this.#preferences;
  getURL = (): string => addresses.toApp(this.#frames.get(this.#mainFrameId)?.url ?? '');
  isDestroyed = (): boolean => this.#destroyed;
  setWindowOpenHandler = (handler: OpenHandler): void => void (this.#openHandler = handler);
  setWebRTCIPHandlingPolicy = (_policy: string): void => {};
  getWebRTCIPHandlingPolicy = (): string => 'disable_non_proxied_udp';
  get mainFrame(): Frame | null {
    return this.#frame(this.#mainFrameId);
  }

  /** The stand-in's own: its target exists and waits. */
  async attach(attached: Attached): Promise<void> {
    const { page, targetId } = attached;
    contentsById.set(targetId, this);
    this.#mainFrameId = targetId;
    this.#watch(page);
    await page.send('Page.enable');
    await page.send('Runtime.enable');
    await page.send('Runtime.addBinding', {
      name: this.#names.binding,
      executionContextName: world,
    });
    const { preloadEvent, pageEvent, popupEvent } = this.#names;
    await page.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `(${half.toString()})(${JSON.stringify(pageEvent)}, ${JSON.stringify(preloadEvent)}); (${denyPopups.toString()})(${JSON.stringify(popupEvent)});`,
    });
    await page.send('Page.addScriptToEvaluateOnNewDocument', {
      source: this.#preloadSource(),
      worldName: world,
    });
    await page.send('Runtime.runIfWaitingForDebugger');
    this.#attached.resolve(attached);
  }

  #preloadSource(): string {
    const path = this.#preferences.preload;
    const script = path === undefined ? '' : readFileSync(path, 'utf8');
    const wrapped = `function (require, module, exports, process) {${script}\n}`;
    return `(${preloadWorld.toString()})(${JSON.stringify(this.#names)}, ${half.toString()}, ${watchPopups.toString()}, ${wrapped});`;
  }

  #watch(page: Session): void {
    page.on('Page.frameNavigated', ({ frame }) => {
      this.#frames.set(frame.id, { url: frame.url, parentId: frame.parentId ?? null });
      if (frame.id === this.#mainFrameId) this.emit('did-navigate', {}, this.getURL());
    });
    page.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      this.#frames.set(frameId, { url: '', parentId: parentFrameId });
    });
    page.on('Page.loadEventFired', () => this.emit('did-finish-load', {}));
    page.on('Page.domContentEventFired', () => this.emit('dom-ready', {}));
    page.on('Page.frameRequestedNavigation', ({ frameId, url }) => {
      this.#asked.set(frameId, addresses.toApp(url));
    });
    page.on('Runtime.executionContextCreated', ({ context }) => {
      const data = context.auxData as { frameId?: string } | undefined;
      if (context.name === world) this.#contexts.set(context.id, data?.frameId ?? '');
    });
    page.on('Runtime.executionContextsCleared', () => this.#contexts.clear());
    page.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === this.#names.binding) void this.#hear(page, payload, executionContextId);
    });
    page.on('Inspector.targetCrashed', () => {
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
  }

  #frame(id: string): Frame | null {
    const frame = this.#frames.get(id);
    if (frame === undefined) return null;
    const parent = frame.parentId === null ? null : this.#frame(frame.parentId);
    return { url: addresses.toApp(frame.url), parent };
  }

  #denyWindow(url: string): void {
    const { action } = this.#openHandler({
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: this.getURL(), policy: 'no-referrer' },
    });
    if (action === 'deny') recorded.deniedWindows.push(url);
    else process.stderr.write('STAND-IN: there is no second window, whatever the app allows.\n');
  }

  async #hear(page: Session, payload: string, contextId: number): Promise<void> {
    const heard = JSON.parse(payload) as Heard;
    if ('popup' in heard) {
      this.#denyWindow(addresses.toApp(heard.popup));
      return;
    }
    const { id, channel, args } = heard;
    const senderFrame = this.#frame(this.#contexts.get(contextId) ?? '');
    const event = {
      type: 'frame',
      sender: this,
      senderFrame,
      frameId: contextId,
      processId: 1,
    } as unknown as IpcMainInvokeEvent;
    if (id === 0) {
      ipcMain.emit(channel, event, ...args);
      return;
    }
    const told = await ipcMain.answer(channel, event, args).then(
      (value) => ({ id, value }),
      (error: unknown) => ({ id, failed: error instanceof Error ? error.message : String(error) }),
    );
    await this.#tell(page, contextId, told);
  }

  /** A context that has gone with its document hears nothing, as in Electron. */
  async #tell(page: Session, executionContextId: number, message: object): Promise<void> {
    await page
      .send('Runtime.callFunctionOn', {
        functionDeclaration: `function (message) { globalThis[${JSON.stringify(this.#names.inlet)}](message); }`,
        executionContextId,
        arguments: [{ value: message }],
      })
      .catch(() => undefined);
  }

  send = (channel: string, ...args: unknown[]): void => {
    const message = structuredClone({ channel, args });
    void this.#tellMainFrame(message);
  };

  async #tellMainFrame(message: object): Promise<void> {
    const { page } = await this.#attached.promise;
    for (const [contextId, frameId] of this.#contexts) {
      if (frameId === this.#mainFrameId) await this.#tell(page, contextId, message);
    }
  }

  /** The stand-in's own: the app's word on a navigation the page asked for. */
  mayNavigate(frameId: string, url: string): boolean {
    const asked = this.#asked.get(frameId) === url;
    this.#asked.delete(frameId);
    if (!asked) return true;
    const isMainFrame = frameId === this.#mainFrameId;
    const frameDenied = emitPreventable(this, 'will-frame-navigate', { url, isMainFrame });
    const denied = isMainFrame && emitPreventable(this, 'will-navigate', { url, isMainFrame }, url);
    if (frameDenied || denied) recorded.deniedNavigations.push(url);
    return !frameDenied && !denied;
  }

  /** The stand-in's own. */
  owns = (frameId: string): boolean => this.#frames.has(frameId) || frameId === this.#mainFrameId;

  async loadURL(url: string): Promise<void> {
    const { page, browser } = await this.#attached.promise;
    await applyPermissions(browser, this.session.permissions, this as unknown as WebContents);
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve));
    const { errorText } = await page.send('Page.navigate', { url: addresses.toChromium(url) });
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`);
    await loaded;
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const { page } = await this.#attached.promise;
    recorded.printed.push(this.getURL());
    const { printBackground, preferCSSPageSize, generateTaggedPDF, generateDocumentOutline } =
      options;
    const { data } = await page.send(
      'Page.printToPDF',
      given({ printBackground, preferCSSPageSize, generateTaggedPDF, generateDocumentOutline }),
    );
    return Buffer.from(data, 'base64');
  }

  reload = (): void =>
    void this.#attached.promise.then(({ page }) => page.send('Page.reload').catch(() => undefined));

  async executeJavaScript(code: string): Promise<unknown> {
    const { page } = await this.#attached.promise;
    const { result, exceptionDetails } = await page.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  /** The stand-in's own: its window closes through this. */
  onClose: () => void = () => {};
  close = (_options?: { waitForBeforeUnload?: boolean }): void => this.onClose();

  /** The stand-in's own. */
  async destroy(): Promise<void> {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.emit('destroyed');
    contentsById.delete(this.#mainFrameId);
    const { browser, targetId } = await this.#attached.promise;
    await browser.send('Target.closeTarget', { targetId }).catch(() => undefined);
  }
}

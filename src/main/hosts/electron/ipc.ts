import type { BaseWindow, Dialog, IpcMain, Shell, WebFrameMain } from 'electron';
import type { Answer } from '../../../shared/contract/answer.ts';
import { askChannel } from '../../../shared/contract/bridge.ts';
import { bridgeAskSchema, type BridgeAsk } from '../../../shared/contract/bridge-messages.ts';
import { AttacheError } from '../../../shared/contract/errors.ts';
import type { Library } from '../../library/library.ts';
import { answerOf } from '../../worker/calls.ts';
import { pickFiles, savePath } from './dialogs.ts';
import type { GrantedPaths } from './granted-paths.ts';
import { messages } from './messages.ts';
import { isBundleAddress } from './protocol.ts';

/** What an asking page can reach. */
export interface PageServices {
  readonly library: Pick<Library, 'call'>;
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  readonly shell: Pick<Shell, 'showItemInFolder'>;
  readonly window: BaseWindow;
  readonly granted: GrantedPaths;
  /** The page shows files that the system opens. */
  readonly listens: () => void;
  /** The page has run everything it wanted to do before closing. */
  readonly saved: () => void;
}

/** True for the main frame of Attache's own page: no sub-frame, no other address. */
function isOwnPage(frame: Pick<WebFrameMain, 'url' | 'parent'> | null): frame is WebFrameMain {
  return frame !== null && frame.parent === null && isBundleAddress(frame.url);
}

/** The calls of the page that it may cancel, by its own number. */
type Cancellable = Map<number, AbortController>;

async function callLibrary(
  { library, granted }: PageServices,
  { method, input, id }: Extract<BridgeAsk, { kind: 'call' }>,
  cancellable: Cancellable,
): Promise<Answer> {
  const abort = new AbortController();
  if (id !== undefined) cancellable.set(id, abort);
  const answer = await answerOf((made) => {
    granted.check(method, input);
    return library.call(method, input, abort.signal, made);
  });
  if (id !== undefined) cancellable.delete(id);
  return answer;
}

function answer(services: PageServices, ask: BridgeAsk, cancellable: Cancellable): unknown {
  const { dialog, shell, window, granted } = services;
  switch (ask.kind) {
    case 'call':
      return callLibrary(services, ask, cancellable);
    case 'cancel':
      return cancellable.get(ask.id)?.abort();
    case 'pick':
      return pickFiles(dialog, window, granted, ask.what);
    case 'save':
      return savePath(dialog, window, granted, ask.suggestedName);
    case 'show':
      granted.checkShowing(ask.path);
      return shell.showItemInFolder(ask.path);
    case 'dropped':
      return granted.allowReading([ask.path]);
    case 'listens':
      return services.listens();
    case 'saved':
      return services.saved();
  }
}

/**
 * Answers the page's one channel. A message from any other frame, or one that is not in
 * `bridgeAskSchema`, is refused before anything is done; inputs of methods are checked
 * against the contract by the library.
 */
export function servePage(ipcMain: Pick<IpcMain, 'handle'>, services: PageServices): void {
  const cancellable: Cancellable = new Map();
  ipcMain.handle(askChannel, async (event, message: unknown) => {
    if (!isOwnPage(event.senderFrame)) {
      throw new AttacheError('forbidden', messages.foreignSender);
    }
    return answer(services, bridgeAskSchema.parse(message), cancellable);
  });
}

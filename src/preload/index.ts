import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { askChannel, tellChannel, type Bridge } from '../shared/contract/bridge.ts';
import type { BridgeAsk, BridgeTell } from '../shared/contract/bridge-messages.ts';

const ask = (message: BridgeAsk) => ipcRenderer.invoke(askChannel, message);

/** Calls `listener` for what the application tells this page; answers with its end. */
function told(listener: (message: BridgeTell) => void): () => void {
  const receive = (_event: unknown, message: BridgeTell) => listener(message);
  ipcRenderer.on(tellChannel, receive);
  return () => void ipcRenderer.off(tellChannel, receive);
}

const saves = new Set<() => Promise<void>>();
told((message) => {
  if (message.kind !== 'closing') return;
  void Promise.allSettled([...saves].map((save) => save())).then(() => ask({ kind: 'saved' }));
});

const bridge: Bridge<File> = {
  call: (method, input, id) =>
    ask(id === undefined ? { kind: 'call', method, input } : { kind: 'call', method, input, id }),
  cancel: (id) => void ask({ kind: 'cancel', id }),
  on: (listener) =>
    told((message) => {
      if (message.kind === 'event') listener(message.event);
    }),
  pickFiles: (what) => ask({ kind: 'pick', what }),
  savePath: (suggestedName) => ask({ kind: 'save', suggestedName }),
  showInFolder: (path) => ask({ kind: 'show', path }),
  pathFor: async (file) => {
    const path = webUtils.getPathForFile(file);
    if (path === '') return null;
    await ask({ kind: 'dropped', path });
    return path;
  },
  onMenu: (listener) =>
    told((message) => {
      if (message.kind === 'menu') listener(message.command);
    }),
  onOpen: (listener) => {
    const end = told((message) => {
      if (message.kind === 'open') listener(message.paths);
    });
    void ask({ kind: 'listens' });
    return end;
  },
  beforeClose: (save) => {
    saves.add(save);
    return () => void saves.delete(save);
  },
};

contextBridge.exposeInMainWorld('attache', bridge);

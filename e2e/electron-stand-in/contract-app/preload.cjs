const { contextBridge, ipcRenderer } = require('electron');

let refusal = 'none';
try {
  require('node:fs');
} catch (error) {
  refusal = error.message;
}

contextBridge.exposeInMainWorld('contract', {
  refusal,
  invoke: (channel, value) => ipcRenderer.invoke(channel, value),
  callBack: (double) => double(21),
  fail: () => {
    throw new Error('refused by the preload script');
  },
  seesThePage: () => 'secretOfThePage' in globalThis,
});

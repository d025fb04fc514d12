globalThis.dispatchEvent(new Event('attache-bridge-missing'));

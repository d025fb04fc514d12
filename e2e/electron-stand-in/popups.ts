/**
 * Runs in the page's own world: `window.open` answers null, as it does in Electron when the
 * app denies the window, and says what was wanted. Must not name anything outside itself.
 */
export function denyPopups(wanted: string) {
  globalThis.open = (address) => {
    const detail = new URL(String(address ?? 'about:blank'), document.baseURI).href;
    globalThis.dispatchEvent(new CustomEvent(wanted, { detail }));
    return null;
  };
}

/**
 * Runs in the preload script's world: reports what `denyPopups` hears, and links that would
 * open a window, after the page itself had its say. Must not name anything outside itself.
 */
export function watchPopups(wanted: string, report: (address: string) => void) {
  globalThis.addEventListener(wanted, (event) => {
    report(String((event as CustomEvent<unknown>).detail));
  });
  const newWindow = (link: HTMLAnchorElement, event: MouseEvent) =>
    !['', '_self', '_top', '_parent'].includes(link.target) ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey;
  globalThis.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || event.defaultPrevented || !newWindow(link, event)) return;
    event.preventDefault();
    report(link.href);
  });
}

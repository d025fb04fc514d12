/**
 * Puts `formats`, by their media type, on the clipboard, from a key press or a click. Answers whether
 * the system let it. By the copy event and not by `navigator.clipboard`, which needs a permission,
 * and the desktop app grants its page none.
 */
export function copyToClipboard(formats: Readonly<Record<string, string>>): boolean {
  let taken = false;
  const give = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const [type, words] of Object.entries(formats)) event.clipboardData?.setData(type, words);
    taken = event.clipboardData !== null;
  };
  document.addEventListener('copy', give, { capture: true });
  try {
    return document.execCommand('copy') && taken;
  } finally {
    document.removeEventListener('copy', give, { capture: true });
  }
}

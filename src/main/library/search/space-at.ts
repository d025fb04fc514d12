const space = /\s/;

/** Whether the UTF-16 unit of `text` at `at` is white space; false outside of the text. */
export function isSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return code >= 0x80 && space.test(text.charAt(at));
}

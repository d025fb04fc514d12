/** Only addresses a reader can safely follow become links. */
export const safeUrl = (url: string | null): string | null =>
  url !== null && /^https?:\/\/[^\s<>"]+$/iu.test(url) ? url : null;

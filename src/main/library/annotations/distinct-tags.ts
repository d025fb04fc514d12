/** Tags as they are kept: composed characters, each once, in the order they were given. */
export const distinctTags = (tags: readonly string[]): string[] => [
  ...new Set(tags.map((tag) => tag.normalize('NFC'))),
];

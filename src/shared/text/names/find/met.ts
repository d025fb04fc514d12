export type Tests = Readonly<Record<string, boolean | undefined>>;

/** The names of the features that are met. */
export const met = (tests: Tests): string[] =>
  Object.entries(tests)
    .filter(([, isMet]) => isMet === true)
    .map(([feature]) => feature);

/** Languages that exported documents speak, by their BCP 47 tags. */
export const documentLanguages = ['ar', 'de', 'en', 'es', 'fr', 'he', 'ja', 'ko', 'zh'] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];

/** The language of a tag (`de-AT`) as far as documents speak it; English otherwise. */
export const documentLanguage = (tag: string): DocumentLanguage => {
  const base = tag.toLowerCase().split('-')[0];
  return documentLanguages.find((language) => language === base) ?? 'en';
};

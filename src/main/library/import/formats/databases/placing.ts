import type { Placing } from '../../../../../shared/model/article.ts';

const page =
  /(?:^|[;,]\s*|\s)(?:pg|page|seite|p|s|pagina|página|strana)\.?\s*([A-Z]{0,3}\d[\w,–-]*)\s*$/iu;
const volume = /\b(?:vol(?:ume|umen)?|band|jahrgang|jg)\.?\s*([\dIVXLC]+)/iu;
const issue = /\b(?:issue|number|no|nr|heft|ausgabe|núm(?:ero)?)\.?\s*(\d+)/iu;

/** "World; Pg. A1" and "Volume 12; Issue 3" each say two things. */
export function sectionAndPage(text: string): Partial<Placing> {
  const match = page.exec(text);
  if (match === null) return text === '' ? {} : { section: text };
  const section = text.slice(0, match.index).replace(/[\s;,]+$/, '');
  return { ...(section === '' ? {} : { section }), page: match[1] ?? null };
}

export function volumeAndIssue(text: string): Partial<Placing> {
  const [, number] = volume.exec(text) ?? [];
  const [, part] = issue.exec(text) ?? [];
  if (number === undefined && part === undefined) return { volume: text };
  return {
    ...(number === undefined ? {} : { volume: number }),
    ...(part === undefined ? {} : { issue: part }),
  };
}

/** "Page 3" without its word. */
export const bareNumber = (text: string): string =>
  text.replace(/^(?:pg|page|seite|p|s|pagina|página)\.?\s*(?=[A-Z]{0,3}\d)/iu, '');

/** A line that is a page and nothing else: "A1", "Page 3". */
export const isPage = (text: string): boolean =>
  /^(?:(?:pg|page|seite|p|s)\.?\s*)?[A-Z]{0,3}\d{1,4}[A-Z]?$/iu.test(text);

/** A line that names an edition: "Final Edition", "USA Ed1". */
export const isEdition = (text: string): boolean =>
  text.length <= 80 &&
  /\b(?:edition|ed\.?\s?\d+|ausgabe|édition|edición|edizione|editie)\b/iu.test(text);

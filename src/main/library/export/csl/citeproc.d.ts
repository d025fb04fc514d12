/** The part of citeproc-js that Attache uses; the package brings no types. */
declare module 'citeproc' {
  /** What the processor asks for: locales as XML (false where there is none), items as CSL-JSON. */
  export interface Sys {
    retrieveLocale(tag: string): string | false;
    retrieveItem(id: string): unknown;
  }

  /** One reference of a citation; `position` is 0 where the item is cited first, 1 later. */
  export interface CitedItem {
    readonly id: string;
    readonly position: 0 | 1;
  }

  export class Engine {
    constructor(sys: Sys, style: string, language?: string, forceLanguage?: boolean);
    updateItems(ids: readonly string[]): void;
    /** HTML of one citation. */
    makeCitationCluster(items: readonly CitedItem[]): string;
    /** False where the style has no bibliography. Entries are HTML. */
    makeBibliography():
      false | readonly [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]];
    getTerm(name: string, form?: string): string | undefined;
  }

  const CSL: { readonly Engine: typeof Engine };
  export default CSL;
}

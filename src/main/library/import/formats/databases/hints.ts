/** What stands in the text of every export of a news database, and in hardly any other text. */
export const hints = {
  nexis:
    /\b(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento|Einde van document|Fine del documento|Fim do documento|\d+ of \d+ DOCUMENTS?|(?:Dokument|Document|Documento) \d+ (?:von|de|van|di) \d+)\b/i,
  factiva: /\b(?:Document|Dokument|Documento)\s+[A-Za-z][A-Za-z\d]{2,}\d{8}[a-z\d]{4,}\b/,
} as const;

/** A word of every mark: quicker to look for than the marks themselves. */
const marked = /do[ck]ument/i;

/** False where no database's mark stands in the text: it need not be looked at closer. */
export const mayBeExport = (text: string): boolean =>
  marked.test(text) && Object.values(hints).some((hint) => hint.test(text));

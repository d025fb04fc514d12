import type { Part, Role } from './article.ts';
import type { Database, Record } from './database.ts';
import { hints } from './hints.ts';
import { localDate } from '../../metadata/local-date.ts';
import { together, type Paragraph } from './paragraphs.ts';
import { isEdition } from './placing.ts';

/** Where an article of the new layout ends. */
const endMark =
  /^(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento|Einde van document|Fine del documento|Fim do documento)$/i;
/** Where an article of the old layout begins. */
const startMark =
  /^(?:FOCUS - )?(?:\d+ of \d+ DOCUMENTS?|(?:Dokument|Document|Documento) \d+ (?:von|de|van|di) \d+)$/i;

/** Labels before the text, in the languages of the service's pages. */
const headLabels: readonly (readonly [Role, RegExp])[] = [
  ['byline', /^(?:byline|autor|auteur|author|autore?s?)\s*:\s*/i],
  ['body', /^(?:highlight|hervorhebung|anfang|encart)\s*:\s*/i],
  ['section', /^(?:section|rubrik|rubrique|sectie|sección|sezione)\s*:\s*/iu],
  ['dimensions', /^(?:length|länge|longueur|lengte|longitud|lunghezza)\s*:\s*/iu],
  ['edition', /^(?:edition|ausgabe|édition|edición|edizione|editie)\s*:\s*/iu],
  ['field', /^(?:dateline|ort|datum|series)\s*:\s*/iu],
];
const bodyLabel = /^(?:body|text|textkörper|corps|cuerpo|corpo|inhoud)$/i;

/** Labels after the text; the first of them ends it. */
const tailStart =
  /^(?:graphic|grafik|graphique|classification|klassifikation|klassifizierung|clasificación|classificatie|notes?|correction)$|^(?:load-date|ladedatum|update|date-chargement|fecha-carga|language|sprache|langue|idioma|taal|publication-type|zeitungs-type|pub-type|type-publication|journal[- ]code|acc-no|graphic|grafik|subject|company|person|organization|geographic|industry|ticker|country|state|city|sujet|societe|société|personne|organisation|localisation-geo|secteur-activite|symbole-boursier|schlagwörter|firma|thema|onderwerp|materia|compañía|correction-date|document-type|doc-id)\s*:/iu;
/** Labels after the text whose values are kept. */
const tailLabels: readonly (readonly [Role, RegExp])[] = [
  ['genre', /^(?:publication-type|zeitungs-type|pub-type|type-publication)\s*:\s*/iu],
  ['number', /^(?:acc-no|doc-id)\s*:\s*/iu],
];
const languageLabel = /^(?:language|sprache|langue|idioma|taal)\s*:\s*/i;
const graphicLabel = /^(?:graphic|grafik|graphique)(?:\s*:|$)/i;
const copyright =
  /^(?:©|\(c\)|copyright\b)|\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b/iu;

function labelled(paragraph: Paragraph, labels = headLabels): Part | null {
  for (const [role, label] of labels) {
    const match = label.exec(paragraph.text);
    if (match !== null) return { role, paragraph, from: match[0].length };
  }
  return null;
}

const field = (paragraph: Paragraph): Part => ({
  role: copyright.test(paragraph.text) ? 'copyright' : 'field',
  paragraph,
});

const headField = (paragraph: Paragraph): Part =>
  isEdition(paragraph.text) && !copyright.test(paragraph.text)
    ? { role: 'edition', paragraph }
    : field(paragraph);

/** Headline, outlet, date, edition and copyright, in the order of the new layout. */
function newHead(paragraphs: readonly Paragraph[], isFirst: boolean): Part[] | null {
  const date = paragraphs.findLastIndex(
    ({ text }) => !copyright.test(text) && localDate(text) !== null,
  );
  const heading = paragraphs.findLastIndex(({ draft }) => draft.kind === 'heading');
  const title = date >= 2 ? date - 2 : Math.max(0, heading);
  if (paragraphs[title] === undefined) return null;
  const outlet = date === -1 ? title + 1 : date - 1;
  // The list of titles before the first article is of the whole file.
  return paragraphs.slice(isFirst ? title : 0).map((paragraph): Part => {
    const index = paragraphs.indexOf(paragraph);
    if (index === title) return { role: 'title', paragraph };
    if (index === date) return { role: 'date', paragraph };
    if (index === outlet && !copyright.test(paragraph.text)) return { role: 'outlet', paragraph };
    return headField(paragraph);
  });
}

/** Where the headline begins whose last line stands at `title`: its other decks end with a semicolon. */
function headlineStart(paragraphs: readonly Paragraph[], title: number, date: number): number {
  let start = title;
  for (let above = title - 1; above > date; above -= 1) {
    const text = paragraphs[above]?.text ?? '';
    if (!text.endsWith(';') || isEdition(text)) break;
    start = above;
  }
  return start;
}

/** Outlet, date, edition and headline, in the order of the old layout. */
function oldHead(paragraphs: readonly Paragraph[]): Part[] | null {
  const date = paragraphs.findIndex(
    ({ text }) => !copyright.test(text) && localDate(text) !== null,
  );
  const last = paragraphs.findLastIndex(({ text }) => !copyright.test(text));
  if (last === -1) return null;
  const title = headlineStart(paragraphs, last, date);
  const outlet =
    date > 0
      ? paragraphs.slice(0, date).findLastIndex(({ text }) => !copyright.test(text))
      : title === 0
        ? -1
        : 0;
  const partAt = (paragraph: Paragraph, index: number): Part => {
    if (index === date) return { role: 'date', paragraph };
    return index === outlet ? { role: 'outlet', paragraph } : headField(paragraph);
  };
  const headline = together(paragraphs.slice(title, last + 1));
  return [
    ...paragraphs.slice(0, title).map(partAt),
    title === date ? partAt(headline, title) : { role: 'title', paragraph: headline },
    ...paragraphs.slice(last + 1).map((paragraph) => headField(paragraph)),
  ];
}

function tailOf(paragraphs: readonly Paragraph[]): Part[] {
  let inGraphic = false;
  return paragraphs.map((paragraph): Part => {
    const { text } = paragraph;
    const language = languageLabel.exec(text);
    const starts = tailStart.test(text);
    if (starts) inGraphic = graphicLabel.test(text);
    if (language !== null) return { role: 'language', paragraph, from: language[0].length };
    if (inGraphic) return { role: 'caption', paragraph };
    return labelled(paragraph, tailLabels) ?? field(paragraph);
  });
}

/** An article between two marks; null where it has no labelled line to know it by. */
function partsOf(
  paragraphs: readonly Paragraph[],
  layout: 'new' | 'old',
  isFirst: boolean,
): Part[] | null {
  const first = paragraphs.findIndex(
    (paragraph) => labelled(paragraph) !== null || bodyLabel.test(paragraph.text),
  );
  if (first < 1) return null;
  const head =
    layout === 'new'
      ? newHead(paragraphs.slice(0, first), isFirst)
      : oldHead(paragraphs.slice(0, first));
  if (head === null) return null;
  const label = paragraphs.findIndex(
    ({ text }, index) => index >= first && index < first + 12 && bodyLabel.test(text),
  );
  let at = first;
  const fields: Part[] = [];
  for (; at < paragraphs.length; at += 1) {
    const paragraph = paragraphs[at];
    const part = paragraph === undefined ? null : labelled(paragraph);
    if (paragraph === undefined || (part === null && at > label)) break;
    fields.push(part ?? field(paragraph));
  }
  const tail = paragraphs.findIndex(({ text }, index) => index >= at && tailStart.test(text));
  const end = tail === -1 ? paragraphs.length : tail;
  const body = paragraphs.slice(at, end).map((paragraph): Part => ({ role: 'body', paragraph }));
  return [...head, ...fields, ...body, ...tailOf(paragraphs.slice(end))];
}

/** The stretches between marks. */
function segments(paragraphs: readonly Paragraph[], mark: RegExp): Paragraph[][] {
  const all: Paragraph[][] = [[]];
  for (const paragraph of paragraphs) {
    if (mark.test(paragraph.text)) all.push([]);
    else all.at(-1)?.push(paragraph);
  }
  return all;
}

/** Nexis and Nexis Uni (each article ends with a mark), and LexisNexis before it ("1 of 100 DOCUMENTS"). */
export const nexis: Database = {
  id: 'nexis',
  hint: hints.nexis,
  split(paragraphs) {
    const layout = paragraphs.some(({ text }) => endMark.test(text)) ? 'new' : 'old';
    const all = segments(paragraphs, layout === 'new' ? endMark : startMark);
    if (all.length < 2) return [];
    // Before the first mark of the old layout, and after the last of the new, is no article.
    const own = layout === 'old' ? all.slice(1) : all;
    return own.flatMap((segment, index): Record[] => {
      const parts = partsOf(segment, layout, layout === 'new' && index === 0);
      const isRest = segment.length === 0 || (layout === 'new' && index === own.length - 1);
      return parts === null && isRest ? [] : [{ parts, words: segment[0]?.text ?? '' }];
    });
  },
};

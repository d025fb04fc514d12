import type { EvidenceRule, Proposal } from '../../../../shared/model/import.ts';
import { coverOf } from '../../../../shared/text/cover.ts';
import type { Block } from '../../../../shared/model/ranges.ts';
import type { RawArticle } from '../formats/format.ts';
import {
  agencyAtEnd,
  agencyInCopyright,
  agencyInDateline,
  type AgencyCredit,
} from '../../../../shared/text/credits/agency.ts';
import { bylineNames } from '../../../../shared/text/credits/byline.ts';
import { detectLanguage } from '../../../../shared/text/language.ts';
import { outletIn } from './outlet.ts';
import { weekdayIn } from './partial-dates.ts';
import { dateInText, dateLine, type StatedDate } from './text-dates.ts';
import { proposeTitle } from './title.ts';
import { beginningOf } from '../../../../shared/text/shorten.ts';

/** How far from the top bylines and date lines stand, and from the end credits, in blocks. */
const headBlocks = 8;
/** How much of a block is searched for a date, in UTF-16 units. */
const headLength = 2000;
const tailBlocks = 6;

interface Piece {
  readonly kind: Block['kind'];
  readonly start: number;
  readonly text: string;
  readonly hidden: boolean;
  /** It is an envelope or a field of a database. */
  readonly metadata: boolean;
}

function pieces({ text, blocks, hidden }: RawArticle): Piece[] {
  const gone = hidden.filter(({ by }) => by !== 'offered');
  const out = coverOf(gone);
  const fields = coverOf(gone.filter(({ reason }) => reason === 'metadata'));
  return blocks
    .filter((block) => block.kind !== 'rule')
    .map(({ kind, start, end }) => ({
      kind,
      start,
      text: text.slice(start, end),
      hidden: out.holds({ start, end }),
      metadata: fields.holds({ start, end }),
    }));
}

/** A proposal whose evidence stands at `[start, end)` of a piece. */
function proposal(
  piece: Piece,
  field: Proposal['field'],
  value: string,
  certain: boolean,
  { rule, start, end }: { rule: EvidenceRule; start: number; end: number },
): Proposal {
  return {
    field,
    value,
    certain,
    evidence: {
      rule,
      text: beginningOf(piece.text.slice(start, end), 300),
      start: piece.start + start,
      end: piece.start + end,
    },
  };
}

const whole = (piece: Piece, rule: EvidenceRule) => ({ rule, start: 0, end: piece.text.length });

/** The head of a text, and that of what is shown of it where menus stand above. */
function headOf(all: readonly Piece[]): readonly Piece[] {
  const first = all.findIndex(({ hidden }) => !hidden);
  return all.filter(
    (_, index) => index < headBlocks || (index >= first && index < first + headBlocks),
  );
}

function authors(all: readonly Piece[]): Proposal[] {
  for (const piece of headOf(all).filter(({ metadata }) => !metadata)) {
    const names = bylineNames(piece.text);
    if (names.length > 0) {
      return names.map((name) => proposal(piece, 'author', name, true, whole(piece, 'byline')));
    }
  }
  return [];
}

function dates(all: readonly Piece[]): Proposal[] {
  const as = (piece: Piece, { value, certain, start, end }: StatedDate, rule: EvidenceRule) => [
    proposal(piece, 'issued', value, certain, { rule, start, end }),
  ];
  const lines = headOf(all).flatMap((piece) => {
    // A row of a table dates something else.
    const found = piece.kind === 'table-row' ? null : dateLine(piece.text);
    return found === null ? [] : [{ piece, found }];
  });
  const line = lines.find(({ found }) => found.certain) ?? lines[0];
  if (line !== undefined) return as(line.piece, line.found, 'date-line');
  const body = all.filter(({ hidden }) => !hidden).slice(0, headBlocks);
  for (const piece of body) {
    const found = dateInText(piece.text.slice(0, headLength));
    if (found !== null) return as(piece, found, 'date-in-text');
  }
  for (const piece of body) {
    const found = weekdayIn(piece.text.slice(0, headLength));
    if (found !== null) return as(piece, { ...found, certain: false }, 'date-in-text');
  }
  return [];
}

function origin(all: readonly Piece[]): Proposal[] {
  const visible = all.filter(({ hidden }) => !hidden);
  const as = (piece: Piece, credit: AgencyCredit, rule: EvidenceRule) => [
    proposal(piece, 'origin', credit.name, true, { ...credit, rule }),
  ];
  for (const piece of visible.slice(0, 4)) {
    const credit = agencyInDateline(piece.text);
    if (credit !== null) return as(piece, credit, 'dateline');
  }
  const signed = headOf(all).filter(({ text }) => bylineNames(text).length > 0);
  for (const piece of [...signed, ...visible.slice(-tailBlocks).reverse()]) {
    const credit = agencyAtEnd(piece.text);
    if (credit !== null) return as(piece, credit, 'agency-credit');
  }
  for (const piece of all.slice(-tailBlocks)) {
    const credit = agencyInCopyright(piece.text);
    if (credit !== null) return as(piece, credit, 'copyright-line');
  }
  return [];
}

function outlet(all: readonly Piece[]): Proposal[] {
  for (const piece of all.filter(({ hidden }) => hidden)) {
    const hint = outletIn(piece.text);
    if (hint !== null) return [proposal(piece, 'container-title', hint.name, false, hint)];
  }
  return [];
}

function language({ text }: RawArticle): Proposal[] {
  const found = detectLanguage(text);
  if (found === null) return [];
  const evidence = { rule: found.rule, text: found.words };
  return [{ field: 'language', value: found.language, certain: found.certain, evidence }];
}

/** Whether the words need not be asked for the field: it is certain, or a label names it. */
const isStated = ({ certain, evidence }: Proposal): boolean =>
  certain || evidence.rule === 'header-line';

/**
 * Proposals read from the words of an article, for the fields its format said nothing certain
 * about. What is not certain waits for the person.
 */
export function proposeFromText(article: RawArticle): Proposal[] {
  const all = pieces(article);
  const stated = new Set(article.proposals.filter(isStated).map(({ field }) => field));
  const read = (field: Proposal['field'], propose: () => Proposal[]) =>
    stated.has(field) ? [] : propose();
  return [
    ...read('title', () => proposeTitle(article)),
    ...read('container-title', () => outlet(all)),
    ...read('author', () => authors(all)),
    ...read('issued', () => dates(all)),
    ...read('language', () => language(article)),
    ...read('origin', () => origin(all)),
  ];
}

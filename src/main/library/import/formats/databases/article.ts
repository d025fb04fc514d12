import { placingFields, type Placing } from '../../../../../shared/model/article.ts';
import type { Proposal } from '../../../../../shared/model/import.ts';
import type { HiddenRange, HiddenReason } from '../../../../../shared/model/ranges.ts';
import { agencyAtEnd } from '../../../../../shared/text/credits/agency.ts';
import { bylineNames } from '../../../../../shared/text/credits/byline.ts';
import { LayerBuilder } from '../../../articles/text/layers.ts';
import type { RawArticle } from '../format.ts';
import { absoluteHttp } from '../html/links.ts';
import { joinHidden } from '../join-hidden.ts';
import { languageNamed } from '../bibliography/language-names.ts';
import { localDate } from '../../metadata/local-date.ts';
import type { Paragraph } from './paragraphs.ts';
import { bareNumber, sectionAndPage, volumeAndIssue } from './placing.ts';
import { beginningOf } from '../../../../../shared/text/shorten.ts';

/** What a paragraph of an exported article is. */
export type Role =
  | 'title'
  | 'outlet'
  | 'date'
  | 'byline'
  | 'language'
  | 'credit'
  | 'copyright'
  | 'caption'
  | keyof Placing
  | 'field'
  | 'body';

export interface Part {
  readonly role: Role;
  readonly paragraph: Paragraph;
  /** Where the value begins, after a label on the same line. */
  readonly from?: number;
}

const reasons: Readonly<Partial<Record<Role, HiddenReason>>> = {
  byline: 'byline',
  copyright: 'copyright',
  caption: 'caption',
};

/** Why a paragraph is hidden; the text and its title are not. */
const reasonOf = (role: Role): HiddenReason | null =>
  role === 'title' || role === 'body' ? null : (reasons[role] ?? 'metadata');

interface Value {
  readonly field: Proposal['field'];
  readonly value: string;
  readonly certain: boolean;
}

const sure = (field: Proposal['field'], value: string | null): Value[] =>
  value === null || value === '' ? [] : [{ field, value: value.slice(0, 2000), certain: true }];

function writers(text: string): Value[] {
  const names = bylineNames(/^(?:by|von|par|por|di|door)\s/i.test(text) ? text : `By ${text}`);
  if (names.length > 0) return names.flatMap((name) => sure('author', name));
  return text.length > 80 ? [] : [{ field: 'author', value: text, certain: false }];
}

/** “The Courier(London)” as it is written elsewhere. */
const outletNamed = (text: string): string =>
  text.slice(0, 500).replace(/(?<=\p{L})\((?=\p{Lu}[^()]*\)$)/u, ' (');

function placingIn(role: keyof Placing, text: string): Partial<Placing> {
  if (role === 'section') return sectionAndPage(text);
  if (role === 'page') return { page: bareNumber(text) };
  if (role === 'edition') return { edition: text.replace(/[;,\s]+$/u, '') };
  return role === 'volume' ? volumeAndIssue(text) : { [role]: text };
}

/** What a part says, as fields. */
function valuesOf({ role, paragraph, from = 0 }: Part): Value[] {
  const text = paragraph.text.slice(from).trim();
  if (role === 'title') {
    const links = paragraph.draft.runs.flatMap((run) => run.marks).map((mark) => mark.href ?? null);
    const link = links.map((href) => absoluteHttp(href, null)).find((href) => href !== null);
    return [...sure('title', text), ...sure('URL', link ?? null)];
  }
  if (role === 'outlet') return sure('container-title', outletNamed(text));
  if (role === 'date') return sure('issued', localDate(text)?.value ?? null);
  if (role === 'byline') return writers(text);
  if (role === 'language') return sure('language', languageNamed(text.split(/[;,]/)[0] ?? ''));
  if (role === 'credit') return sure('origin', agencyAtEnd(text)?.name ?? null);
  if (role === 'body' || role === 'field' || role === 'copyright' || role === 'caption') return [];
  const placing = placingIn(role, text.slice(0, 500));
  return placingFields.flatMap((field) => sure(field, placing[field] ?? null));
}

/** The database an article was taken from, and the words of the export that say so. */
export interface Archive {
  readonly name: string;
  readonly words: string;
}

/** An exported article: all its paragraphs, its fields hidden and read as proposals with their place. */
export function exportedArticle(parts: readonly Part[], { name, words }: Archive): RawArticle {
  const builder = new LayerBuilder();
  const hidden: HiddenRange[] = [];
  const proposals: Proposal[] = [];
  const titles = new Set<string>();
  for (const part of parts) {
    const { draft } = part.paragraph;
    const first = part.role === 'title' && titles.size === 0;
    const placed = builder.add(
      first
        ? { ...draft, kind: 'heading', level: 1 }
        : {
            ...draft,
            kind: draft.kind === 'heading' && part.role !== 'body' ? 'paragraph' : draft.kind,
          },
    );
    const start = placed[0]?.start;
    const end = placed.at(-1)?.end;
    if (start === undefined || end === undefined) continue;
    const reason = reasonOf(part.role);
    if (reason !== null) hidden.push({ start, end, reason, by: 'rule' });
    if (part.role === 'title' && !first) continue;
    if (first) titles.add(part.paragraph.text);
    const at = start + (part.from ?? 0);
    const text = beginningOf(part.paragraph.text.slice(part.from ?? 0), 300).toWellFormed();
    for (const value of valuesOf(part)) {
      proposals.push({
        ...value,
        value: value.value.toWellFormed(),
        evidence: { rule: 'database-field', text, start: at, end },
      });
    }
  }
  const evidence = { rule: 'database-field' as const, text: words };
  proposals.push({ field: 'archive', value: name, certain: true, evidence });
  const layers = builder.finish();
  return { ...layers, hidden: joinHidden(hidden, layers.hidden), extracted: true, proposals };
}

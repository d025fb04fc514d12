import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { quotations } from '../../src/shared/text/quotations.ts';
import { dataFolder, records } from '../texts.ts';

/** A quotation somebody labelled by hand; `speaker` is null for words nobody says. */
export interface LabelledQuotation {
  readonly start: number;
  readonly speaker: string | null;
}

export interface QuotedText {
  /** `held`: nobody has looked at its mistakes. Of the others, rules were made on theirs. */
  readonly part: 'sample' | 'corpus' | 'seen' | 'first' | 'second' | 'held' | 'fourth' | 'wire';
  readonly text: string;
  readonly quotations: readonly LabelledQuotation[];
}

const labels = resolve(import.meta.dirname, '../labels');
const sample = resolve(import.meta.dirname, '../../resources/sample-corpus');
const corpus = resolve(dataFolder, '../corpus');

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** Labels of texts that are not ours are offsets only: of the quotation, and of a name of its speaker. */
interface OffsetLabels {
  readonly collection: 'wikinews' | 'reuters' | 'corpus';
  readonly id: string;
  readonly part: Exclude<QuotedText['part'], 'sample' | 'corpus'>;
  readonly quotes: readonly (readonly [start: number, nameStart?: number, nameEnd?: number])[];
}

interface SampleLabels {
  readonly file: string;
  readonly quotes: readonly { readonly quote: string; readonly speaker: string | null }[];
}

function sampleTexts(): QuotedText[] {
  return (read(`${labels}/sample-speakers.json`) as SampleLabels[]).map(({ file, quotes }) => {
    const text = readFileSync(`${sample}/${file}`, 'utf8');
    const places = quotations(text).filter(({ depth }) => depth === 0);
    return {
      part: 'sample',
      text,
      quotations: quotes.map(({ speaker }, index) => ({
        start: places[index]?.start ?? -1,
        speaker,
      })),
    };
  });
}

const files = { wikinews: 'wikinews-en', reuters: 'reuters21578' } as const;

/** The texts of a collection by id. */
function textsOf(collection: OffsetLabels['collection']): Map<string, string> {
  if (collection !== 'corpus') {
    const found = records(`news/${files[collection]}.jsonl`) as
      { id: string; text: string }[] | null;
    return new Map(found?.map(({ id, text }) => [id, text]));
  }
  if (!existsSync(corpus)) {
    console.warn('NOT MEASURED: ../shared/corpus is not there.');
    return new Map();
  }
  return new Map(
    readdirSync(corpus).map((name) => [
      name.slice(0, 3),
      readFileSync(`${corpus}/${name}`, 'utf8'),
    ]),
  );
}

/** Every labelled text there is on this machine. */
export function quotedTexts(): QuotedText[] {
  const texts = {
    wikinews: textsOf('wikinews'),
    reuters: textsOf('reuters'),
    corpus: textsOf('corpus'),
  };
  const others = (read(`${labels}/speakers.json`) as OffsetLabels[]).flatMap(
    ({ collection, id, part, quotes }): QuotedText[] => {
      const text = texts[collection].get(id);
      if (text === undefined) return [];
      return [
        {
          part: collection === 'corpus' ? 'corpus' : part,
          text,
          quotations: quotes.map(([start, from, to]) => ({
            start,
            speaker: from === undefined ? null : text.slice(from, to).replaceAll(/\s+/gu, ' '),
          })),
        },
      ];
    },
  );
  return [...sampleTexts(), ...others];
}

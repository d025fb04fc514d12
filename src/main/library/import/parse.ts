import { extname } from 'node:path';
import { AttacheError } from '../../../shared/contract/errors.ts';
import type { Proposal } from '../../../shared/model/import.ts';
import { plainLine } from '../../../shared/model/plain-line.ts';
import { WordCounter } from '../../../shared/text/words.ts';
import { storedLayers } from '../articles/stored-layers.ts';
import { sha256 } from '../storage/originals/original-name.ts';
import { ColumnsMaker } from '../search/columns.ts';
import { visitText } from '../search/visit-text.ts';
import { cleanText } from '../cleaning/clean.ts';
import { decodeText } from './encoding/decode.ts';
import { FingerprintMaker } from './duplicates/fingerprint.ts';
import { abstractArticle } from './formats/bibliography/abstract-article.ts';
import type { BibliographicRecord } from './formats/bibliography/record.ts';
import type { Decoded, Format, RawArticle, Sample } from './formats/format.ts';
import { formatOf, formats } from './formats/registry.ts';
import { refusalOf } from './formats/refusals.ts';
import { proposeFromText } from './metadata/propose.ts';
import type { ParsedArticle, ParseResult, ParseTask } from './parse-port.ts';

const sampleBytes = 8192;

/** What the format is judged by. */
function sampleOf(task: ParseTask, decode = decodeText): Sample {
  const head = task.bytes.subarray(0, sampleBytes);
  return {
    extension: extensionOf(task.name),
    head,
    text: decode(head, task.encoding, task.name)?.text ?? null,
  };
}

const extensionOf = (name: string): string => extname(name).slice(1).toLowerCase();

/** Formats that also take files which are something else in their coat. */
const takesAnything = new Set(['text', 'zip']);

function recognise(task: ParseTask, decode: typeof decodeText): Format {
  if (task.bytes.length === 0) {
    throw new AttacheError('empty-file', `"${task.name}" is empty: there is nothing to import.`);
  }
  const sample = sampleOf(task, decode);
  const format = formatOf(sample);
  const refusal =
    format === undefined || takesAnything.has(format.id) ? refusalOf(task.name, sample) : null;
  if (refusal !== null) throw refusal;
  if (format !== undefined) return format;
  throw new AttacheError(
    'unsupported-format',
    `"${task.name}" holds no text Attache can read. Save the article as text, a web page or a document and import that.`,
  );
}

/** A value is shown and exported as a line of its own, where nothing may turn or hide its words. */
function harmless(proposal: Proposal): Proposal[] {
  const value = plainLine(proposal.value);
  return value === '' ? [] : [value === proposal.value ? proposal : { ...proposal, value }];
}

function finish(raw: RawArticle): ParsedArticle {
  const hidden = cleanText(raw);
  const { text, blocks, marks, proposals } = raw;
  const words = new WordCounter(text);
  const print = new FingerprintMaker(text, hidden);
  const columns = new ColumnsMaker(text);
  visitText(text, (term, start, end, kind) => {
    words.add(start, end, kind);
    print.add(term, start);
    columns.add(term, start, end, kind);
  });
  return {
    text,
    layers: storedLayers(blocks, marks),
    hidden,
    proposals: [...proposals, ...proposeFromText({ ...raw, hidden })].flatMap(harmless),
    hash: sha256(text),
    words: words.count,
    fingerprint: print.made(),
    columns: columns.made(),
  };
}

function articleOfRecord(record: BibliographicRecord): ParsedArticle | null {
  const raw = abstractArticle(record);
  return raw === null ? null : finish(raw);
}

/** Reads one file: format by content, then text, layers and proposals. Rejects with an `AttacheError`. */
export async function parseFile(task: ParseTask): Promise<ParseResult> {
  let decoded: Decoded | null = null;
  // The sample of a small file is the whole of it: it is decoded once.
  const format = recognise(task, (head, label, name) => {
    const sample = decodeText(head, label, name);
    if (head.length === task.bytes.length) decoded = sample;
    return sample;
  });
  const contents = await format.read({
    name: task.name,
    bytes: task.bytes,
    decode() {
      decoded ??= decodeText(task.bytes, task.encoding, task.name);
      if (decoded === null) {
        throw new AttacheError(
          'unsupported-format',
          `"${task.name}" is not a text file, though its beginning looks like one.`,
        );
      }
      return decoded;
    },
  });
  const { articles = [], files = [], records = [], failed = [] } = contents;
  const withText = articles.filter((article) => article.text.trim() !== '');
  if (withText.length + files.length + records.length + failed.length === 0) {
    throw new AttacheError('no-text', `"${task.name}" has no text in it. It was left out.`);
  }
  const { encoding, confidence } = (decoded as Decoded | null) ?? {
    encoding: null,
    confidence: null,
  };
  return {
    format: format.id,
    encoding,
    encodingConfidence: confidence,
    articles: withText.map(finish),
    files,
    records: records.map((record) => ({ record, article: articleOfRecord(record) })),
    failed,
  };
}

const quickExtensions = new Set(
  formats.filter(({ quick }) => quick).flatMap(({ extensions }) => extensions),
);

/** True where the file's name says that its format can be read outside the pool. */
export const isQuickByName = ({ name }: Pick<ParseTask, 'name'>): boolean =>
  quickExtensions.has(extensionOf(name));

/** True where the file's format can be read outside the pool, or it is refused at once. */
export function isQuick(task: ParseTask): boolean {
  try {
    return formatOf(sampleOf(task))?.quick ?? true;
  } catch {
    return true;
  }
}

import type { Database } from '../storage/database.ts';
import { placingFields, type CslName, type Placing } from '../../../shared/model/article.ts';
import type { z } from 'zod';
import { revealedLine } from '../../../shared/model/plain-line.ts';
import type { Attached, decisionSchema, Proposal } from '../../../shared/model/import.ts';
import { baseName } from './base-name.ts';
import { applyRules } from '../cleaning/learnt/apply.ts';
import { rulesOf } from '../cleaning/learnt/store.ts';
import { fingerprint, type Fingerprint } from './duplicates/fingerprint.ts';
import type { BibliographicRecord } from './formats/bibliography/record.ts';
import type { Comparable } from './duplicates/twins.ts';
import type { FileRead, ParsedArticle } from './parse-port.ts';

/** The bibliographic fields an article would be stored with. Unknown stays null. */
export interface CandidateFields {
  title: string;
  titleProposed: boolean;
  containerTitle: string | null;
  author: CslName[];
  issued: string | null;
  accessed: string | null;
  url: string | null;
  language: string | null;
  placing: Partial<Placing>;
}

/** What the person said of a row of the preview, as far as it is more than its fields. */
export type Decided = Pick<z.infer<typeof decisionSchema>, 'fields' | 'hidden' | 'as' | 'near'>;

/** One article that has been read and not stored. */
export interface Candidate {
  readonly source: string;
  /** It is the only article of its file. */
  readonly alone: boolean;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: string;
  readonly encoding: string | null;
  readonly encodingConfidence: number | null;
  readonly parsed: ParsedArticle;
  readonly hash: string;
  readonly fingerprint: Fingerprint;
  readonly words: number;
  readonly fields: CandidateFields;
  readonly origin: { name: string; start: number | null; end: number | null } | null;
  readonly decided?: Decided;
  /** Records that describe it: they fill what is empty once it is stored. */
  readonly records?: readonly Describing[];
}

/** A record, and what the article it describes was known by. */
export interface Describing {
  readonly candidate: RecordCandidate;
  readonly by: Attached['by'];
}

/** The first certain value of a field: what the file's own data says goes before the words. */
function certain(proposals: readonly Proposal[], field: Proposal['field']): Proposal | undefined {
  return proposals.find((proposal) => proposal.field === field && proposal.certain);
}

function placingIn(proposals: readonly Proposal[]): Partial<Placing> {
  const placing: Partial<Placing> = {};
  for (const field of placingFields) {
    const value = certain(proposals, field)?.value;
    if (value !== undefined) placing[field] = value;
  }
  return placing;
}

function fieldsOf(proposals: readonly Proposal[], source: string): CandidateFields {
  const title =
    certain(proposals, 'title') ?? proposals.find((proposal) => proposal.field === 'title');
  return {
    title: title?.value ?? revealedLine(baseName(source)),
    titleProposed: title?.certain !== true,
    containerTitle: certain(proposals, 'container-title')?.value ?? null,
    author: proposals
      .filter((proposal) => proposal.field === 'author' && proposal.certain)
      .map((proposal) => ({ literal: proposal.value })),
    issued: certain(proposals, 'issued')?.value ?? null,
    accessed: certain(proposals, 'accessed')?.value ?? null,
    url: certain(proposals, 'URL')?.value ?? null,
    language: certain(proposals, 'language')?.value ?? null,
    placing: placingIn(proposals),
  };
}

function candidateOf(
  source: string,
  { bytes, sha256, result }: FileRead,
  parsed: ParsedArticle,
): Candidate {
  const origin = certain(parsed.proposals, 'origin');
  return {
    source,
    alone: result.articles.length === 1,
    sha256,
    bytes: bytes.length,
    format: result.format,
    encoding: result.encoding,
    encodingConfidence: result.encodingConfidence,
    parsed,
    hash: parsed.hash,
    fingerprint: parsed.fingerprint,
    words: parsed.words,
    fields: fieldsOf(parsed.proposals, source),
    origin:
      origin === undefined
        ? null
        : {
            name: origin.value,
            start: origin.evidence.start ?? null,
            end: origin.evidence.end ?? null,
          },
  };
}

/** The articles of one read file. */
export const candidatesOf = (source: string, read: FileRead): Candidate[] =>
  read.result.articles.map((parsed) => candidateOf(source, read, parsed));

/** A record of a bibliography, and the article it becomes where it describes none that is there. */
export interface RecordCandidate {
  readonly source: string;
  readonly record: BibliographicRecord;
  readonly article: Candidate | null;
}

/** The records of one read file. */
export function recordsOf(source: string, read: FileRead): RecordCandidate[] {
  return read.result.records.map(({ record, article }) => {
    if (article === null) return { source, record, article };
    const candidate = candidateOf(source, read, article);
    const { accessed, author } = record;
    const fields = { ...candidate.fields, accessed, author: [...author] };
    return {
      source,
      record,
      article: { ...candidate, encoding: null, encodingConfidence: null, fields },
    };
  });
}

export const comparableOf = (candidate: Candidate): Comparable => ({
  fingerprint: candidate.fingerprint,
  outlet: candidate.fields.containerTitle,
});

/** A candidate with what the rules of its outlet say of its lines, unless a person has decided. */
export function withRules(db: Database, candidate: Candidate): Candidate {
  const { parsed, fields, decided } = candidate;
  if (decided?.hidden !== undefined) return candidate;
  const hidden = applyRules(parsed, parsed.hidden, rulesOf(db, fields.containerTitle));
  if (hidden === parsed.hidden) return candidate;
  return {
    ...candidate,
    parsed: { ...parsed, hidden },
    fingerprint: fingerprint(parsed.text, hidden),
  };
}

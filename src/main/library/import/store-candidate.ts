import type { Earlier } from '../../../shared/model/import.ts';
import type { changedPolicies } from '../../../shared/contract/methods/import.ts';
import { insertArticle, titleOf } from '../articles/store.ts';
import { comparableOf, withRules, type Candidate, type Decided } from './candidate.ts';
import { keepApart, membersOf, promote, setLead } from './duplicates/groups.ts';
import type { KeptFingerprints } from './duplicates/kept-fingerprints.ts';
import { findTwin, type StoredArticle, type Twin } from './duplicates/twins.ts';
import { findEarlier } from './reimport/earlier.ts';
import { reviseFrom } from './reimport/revise-from.ts';
import type { PendingJob } from './pending.ts';
import type { ImportContext, RunResult } from './context.ts';

/** One run of an import, as far as it decides what becomes of a file. */
export interface StoreRun {
  readonly changed: (typeof changedPolicies)[number];
  /** Articles this run has brought in: the files of one run are never versions of each other. */
  readonly fresh: Set<string>;
  /** Articles whose hidden lines a person has decided about. */
  readonly looked: Set<string>;
  readonly prints: KeptFingerprints;
  /** From this similarity on, 0 to 1, texts are near duplicates. */
  readonly threshold: number;
  readonly pending: PendingJob | null;
}

/** The article the person said this is a new version of; `separate` where they said it is none. */
const saidOf = ({ decided }: Candidate): string | undefined =>
  decided?.as === undefined || decided.as === 'separate' ? decided?.as : decided.as.revise;

/** The article this candidate is to become a new version of. */
function target(candidate: Candidate, earlier: Earlier | null, { fresh }: StoreRun) {
  const said = saidOf(candidate);
  if (said !== undefined) return said === 'separate' ? null : said;
  return earlier?.chosen === true && !fresh.has(earlier.articleId) ? earlier.articleId : null;
}

/**
 * The article that has this text already. The same words with other commas are taken for it too,
 * unless the person said that they are a new version.
 */
function sameAs(
  { db }: ImportContext,
  candidate: Candidate,
  twin: Twin<StoredArticle> | null,
): string | null {
  const said = saidOf(candidate);
  if (said === undefined || said === 'separate') {
    return twin?.kind === 'identical' ? twin.of.id : null;
  }
  const same = db
    .prepare(
      `SELECT 1 FROM articles a JOIN texts t ON t.article = a.seq AND t.version = a.version
       WHERE a.id = ? AND t.hash = ?`,
    )
    .get(said, candidate.hash);
  return same === undefined ? null : said;
}

/** Puts a new article beside its near duplicate as the person said: its shadow, unless otherwise. */
function group(
  { db }: ImportContext,
  seq: number,
  { of, similarity }: Twin<StoredArticle>,
  near: Decided['near'] = 'shadow',
): void {
  const members = membersOf(db, of.seq);
  if (near === 'none') keepApart(db, seq, members);
  else if (near === 'lead') promote(db, seq, members, () => ({ similarity, by: 'person' }));
  else setLead(db, seq, of.seq, { similarity, by: 'rule' });
}

function insert(
  context: ImportContext,
  { prints }: StoreRun,
  candidate: Candidate,
  twin: Twin<StoredArticle> | null,
) {
  const { fields, parsed } = candidate;
  const articleId = context.newId();
  const seq = insertArticle(context.db, {
    ...fields,
    id: articleId,
    words: candidate.words,
    origin: candidate.origin,
    source: {
      name: candidate.source,
      format: candidate.format,
      sha256: candidate.sha256,
      bytes: candidate.bytes,
    },
    text: parsed.text,
    hash: candidate.hash,
    layers: parsed.layers,
    hidden: parsed.hidden,
    now: context.now().toISOString(),
  });
  context.fingerprints.save(seq, candidate.fingerprint);
  prints.keep(seq, candidate.fingerprint);
  const { text, columns } = parsed;
  context.index.add(seq, { title: fields.title, text, body: columns });
  if (twin !== null) group(context, seq, twin, candidate.decided?.near);
  return articleId;
}

/**
 * Stores a candidate, makes it a new version, or leaves it out, and says so in `result`. Answers
 * the id of the article that has its text, or is the earlier version of it.
 */
export function storeCandidate(
  context: ImportContext,
  run: StoreRun,
  read: Candidate,
  result: RunResult,
): string {
  const candidate = withRules(context.db, read);
  const twin = findTwin(
    context.db,
    context.fingerprints,
    comparableOf(candidate),
    run.threshold,
    run.prints,
  );
  const { source, fields } = candidate;
  const same = sameAs(context, candidate, twin);
  if (same !== null) {
    const title = titleOf(context.db, same);
    const identical = { kind: 'identical', similarity: 1, imported: null } as const;
    result.duplicates.push({ source, articleId: same, title, ...identical });
    return same;
  }
  const articleId = target(candidate, findEarlier(context.db, candidate, twin), run);
  if (articleId !== null && run.changed === 'skip') {
    result.skipped.push({ source, articleId });
    return articleId;
  }
  const isLooked = candidate.decided?.hidden !== undefined;
  if (articleId !== null && run.changed === 'revise') {
    if (isLooked) run.looked.add(articleId);
    const now = context.now().toISOString();
    result.revised.push(reviseFrom(context.db, articleId, candidate, now));
    run.prints.clear();
    return articleId;
  }
  const id = insert(context, run, candidate, twin);
  run.fresh.add(id);
  if (isLooked) run.looked.add(id);
  result.imported.push({ articleId: id, source, title: fields.title });
  if (twin !== null && candidate.decided?.near !== 'none') {
    const { of, kind, similarity } = twin;
    const title = titleOf(context.db, of.id);
    const imported = { articleId: id, title: fields.title };
    result.duplicates.push({ source, articleId: of.id, title, imported, kind, similarity });
  }
  return id;
}

import type { Answer } from '../../shared/contract/answer.ts';
import { sha256 } from '../library/storage/originals/original-name.ts';
import { parseFile } from '../library/import/parse.ts';
import type {
  FileRead,
  ParsedArticle,
  ParseResult,
  ParseTask,
  PathTask,
} from '../library/import/parse-port.ts';
import { readTogether } from '../library/import/read-together.ts';
import { answerOf } from './calls.ts';
import { pack } from './packed-result.ts';

interface BatchRead {
  /** In the order of the tasks: a result, or for a path a `FileRead` with it, to be unpacked. */
  readonly answers: readonly Answer[];
  /** To be transferred with the answers, which are views into them. */
  readonly buffers: ArrayBuffer[];
}

type Read = ParseResult | FileRead;

const articlesOf = (read: Read): readonly ParsedArticle[] =>
  'result' in read ? read.result.articles : read.articles;

const packed = (answer: Answer): Answer => {
  if (!answer.ok) return answer;
  const read = answer.value as Read;
  const value = 'result' in read ? { ...read, result: pack(read.result) } : pack(read);
  return { ok: true, value };
};

/** Moves the shingles of all articles into one buffer: one for each costs more than its bytes. */
function together(answers: readonly Answer[]): ArrayBuffer {
  const prints = answers.flatMap((answer) =>
    answer.ok ? articlesOf(answer.value as Read).map(({ fingerprint }) => fingerprint) : [],
  );
  const all = new Uint16Array(prints.reduce((sum, { shingles }) => sum + shingles.length, 0));
  let end = 0;
  for (const print of prints) {
    const start = end;
    all.set(print.shingles, start);
    end += print.shingles.length;
    Object.assign(print, { shingles: all.subarray(start, end) });
  }
  return all.buffer;
}

async function readPath({ name, encoding }: PathTask, load: () => Uint8Array): Promise<FileRead> {
  const bytes = load();
  const named = encoding === undefined ? { name } : { name, encoding };
  return { bytes, sha256: sha256(bytes), result: await parseFile({ ...named, bytes }) };
}

/** Reads a batch of files, those that have a path from the disk. Never rejects. */
export async function readBatch(tasks: readonly (ParseTask | PathTask)[]): Promise<BatchRead> {
  const { load, buffer } = readTogether(tasks.flatMap((task) => ('path' in task ? task.path : [])));
  const read = (task: ParseTask | PathTask): Promise<Read> =>
    'path' in task ? readPath(task, () => load(task.path)) : parseFile(task);
  const answers = await Promise.all(tasks.map((task) => answerOf(() => read(task))));
  const shingles = together(answers);
  return { answers: answers.map(packed), buffers: [buffer, shingles] };
}

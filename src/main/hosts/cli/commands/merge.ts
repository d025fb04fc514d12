import { resolve } from 'node:path';
import {
  differenceCauses,
  mergeChoices,
  type DifferenceCause,
  type MergeChoice,
  type MergeConflict,
  type MergedKind,
  type MergeReport,
} from '../../../../shared/contract/methods/bundle.ts';
import type { Command } from '../command.ts';
import { oneOf } from '../command-line.ts';

const names: Readonly<Record<MergedKind, readonly [one: string, many: string]>> = {
  article: ['article', 'articles'],
  annotation: ['annotation', 'annotations'],
  actor: ['actor', 'actors'],
  statement: ['statement', 'statements'],
  note: ['note', 'notes'],
  briefing: ['briefing', 'briefings'],
  mention: ['decision on a mention', 'decisions on mentions'],
  setting: ['other entry', 'other entries'],
};

function counted(counts: MergeReport['added']): string {
  const parts = Object.entries(counts).flatMap(([kind, n]) => {
    const [one, many] = names[kind as MergedKind];
    return n === 0 ? [] : [`${n} ${n === 1 ? one : many}`];
  });
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

const headings: Readonly<Record<DifferenceCause, string>> = {
  changed: 'Changed on both sides:',
  'deleted-there': 'Deleted in the bundle:',
  'deleted-here': 'Deleted here and changed in the bundle:',
};

const outcomes: Readonly<Record<MergeConflict['outcome'], string>> = {
  'both-kept': 'Both are kept.',
  'ours-kept': 'Yours is kept.',
  'theirs-taken': 'Theirs is taken.',
  deleted: 'It is deleted.',
};

/** The differences of one cause, a line each with the id by which another choice is made. */
function section(cause: DifferenceCause, conflicts: readonly MergeConflict[]): string[] {
  const lines = conflicts
    .filter((conflict) => conflict.cause === cause)
    .map(({ id, kind, title, what, outcome, choices, choice }) => {
      const others = choices.filter((each) => each !== choice).map((each) => `${id}=${each}`);
      const told =
        outcome === 'ours-kept' && cause === 'deleted-here'
          ? 'It stays deleted.'
          : outcomes[outcome];
      return `  ${names[kind][0]} “${title}”: ${what}. ${told} (--choose ${others.join(' or ')})`;
    });
  return lines.length === 0 ? [] : [headings[cause], ...lines];
}

/** Choices given as ID=CHOICE. Throws `UsageError`. */
function choicesOf(given: readonly string[] | undefined): Record<string, MergeChoice> | undefined {
  const pairs = given?.map((each) => {
    const [id = '', choice] = each.split('=');
    return [id, oneOf(`--choose ${id}`, mergeChoices, choice ?? '') ?? 'mine'] as const;
  });
  return pairs === undefined ? undefined : Object.fromEntries(pairs);
}

function textOf(
  { name, created, added, completed, conflicts }: MergeReport,
  done: boolean,
): string {
  return [
    `${name}, written ${created.slice(0, 10)}, ${done ? 'was merged' : 'would be merged'}.`,
    `Added: ${counted(added)}.`,
    `Completed: ${counted(completed)}.`,
    ...differenceCauses.flatMap((cause) => section(cause, conflicts)),
  ].join('\n');
}

export const mergeCommand: Command = {
  usage: 'merge FILE [--preview] [--prefer mine|theirs|both] [--choose ID=CHOICE]…',
  summary: 'merge a library bundle into the library, or say what that would change',
  details: () =>
    [
      'Unless chosen otherwise nothing here is overwritten or deleted: what both sides changed is kept',
      'twice where it can be, and what was deleted in the bundle stays here.',
      '--prefer says what to do about everything that both sides changed; never about deletions.',
      '--choose says it for one difference, by the ID that --preview names; it may be given often.',
    ].join('\n'),
  makesLibrary: true,
  options: ['preview', 'prefer', 'choose'],
  arity: [1, 1],
  run: ({ arguments: [file = ''], options, withLibrary }) => {
    const prefer = oneOf('--prefer', mergeChoices, options.prefer);
    const choices = choicesOf(options.choose);
    const input = {
      source: { path: resolve(file) },
      ...(prefer === undefined ? {} : { prefer }),
      ...(choices === undefined ? {} : { choices }),
    };
    const done = options.preview !== true;
    return withLibrary('write', async (client) => {
      const value = await client.call(done ? 'bundle.merge' : 'bundle.preview', input);
      return { value, text: textOf(value, done) };
    });
  },
};

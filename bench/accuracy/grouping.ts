import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FoundName } from '../../src/shared/text/names/find/find-names.ts';
import { foldWord } from '../../src/shared/text/names/fold-word.ts';
import { articleNames } from '../../src/shared/text/names/article-names.ts';
import { groupNames } from '../../src/shared/text/names/group-names.ts';
import { joinAllNames, type SampledName } from '../../src/shared/text/names/join-names.ts';
import { proposalOf } from '../../src/shared/text/names/propose.ts';
import type { Labelled } from './collections.ts';
import { goldNames } from './gold.ts';

interface Mention {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly actor: string;
}

/** The linked people of documents, every name of theirs. */
export function people(
  documents: readonly Labelled[],
): { document: Labelled; mentions: Mention[] }[] {
  return documents.map((document) => ({
    document,
    mentions: goldNames(document).flatMap(({ start, end, kinds, kb }) => {
      if (!kinds.includes('person') || kb === null || kb === '<NO_MAPPING>') return [];
      const text = document.text.slice(start, end);
      return [{ document: document.id, start, end, text, actor: kb }];
    }),
  }));
}

/** A label that is wrong for certain: its document and place, what is right and why. */
interface Correction {
  readonly document: string;
  readonly start: number;
  readonly actor: string;
  readonly why: string;
}
const corrections = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../labels/corrections.json'), 'utf8'),
) as readonly Correction[];
const correctedAt = new Map(
  corrections.map(({ document, start, actor }) => [`${document} ${start}`, actor]),
);
export const wrongLabels: readonly string[] = corrections.map(
  ({ document, start, actor, why }) => `${document} at ${start}: ${actor}. ${why}`,
);

/** The group of each mention; the same value for mentions of one group. */
type Grouping = (documents: readonly Labelled[]) => string[];

const keyOf = ({ document, start, end }: Mention) => `${document} ${start} ${end}`;

const foundName = ({ start, end, text }: Mention): FoundName => ({
  start,
  end,
  kind: 'person',
  text,
  key: text
    .split(/[\s.-]+/u)
    .filter((word) => word !== '')
    .map(foldWord)
    .join(' '),
});

/**
 * Ours: the labelled names, with nothing said about who they are, grouped in each text and joined
 * over all of them as a library does. `inferred` puts a surname that stands alone in its text
 * with the one person who bears it in another; else it is a group of that text.
 */
const ours =
  (inferred: 'together' | 'apart'): Grouping =>
  (documents) => {
    const groupAt = new Map<string, string>();
    const rows = people(documents).flatMap(({ document: { id, text }, mentions }, article) => {
      const groups = groupNames(text, mentions.map(foundName));
      groups.forEach(({ places }, index) => {
        for (const { start, end } of places) groupAt.set(`${id} ${start} ${end}`, `${id} ${index}`);
      });
      const told = groups.filter(({ isNamesake }) => !isNamesake).map(proposalOf);
      return articleNames(told).map(({ key, kind, spellings, places }) => ({
        key,
        kind,
        sample: { article, articleId: id, spellings, places, mentions: places.length },
      }));
    });
    const names = [...Map.groupBy(rows, ({ key }) => key)].map(([key, some]): SampledName => ({
      key,
      kind: some[0]?.kind ?? 'person',
      mentions: some.reduce((sum, { sample }) => sum + sample.mentions, 0),
      samples: some.map(({ sample }) => sample),
    }));
    joinAllNames(names).forEach(({ samples, inferredIn }, index) => {
      for (const { articleId, places } of [...samples, ...(inferred === 'apart' ? [] : inferredIn)])
        for (const { start, end } of places)
          groupAt.set(`${articleId} ${start} ${end}`, `${index}`);
    });
    return people(documents).flatMap(({ mentions }) =>
      mentions.map((mention) => groupAt.get(keyOf(mention)) ?? keyOf(mention)),
    );
  };

/** Names written alike are one person. */
const byString: Grouping = (documents) =>
  people(documents).flatMap(({ mentions }) =>
    mentions.map(({ text }) => text.replaceAll(/\s+/gu, ' ')),
  );

export const groupings = {
  ours: ours('apart'),
  'with what is inferred': ours('together'),
  'string equality': byString,
} as const;

export interface BCubed {
  readonly precision: number;
  readonly recall: number;
}

/**
 * B-cubed precision and recall (Bagga and Baldwin, "Algorithms for scoring coreference chains",
 * 1998): for every mention the share of its group that is of its actor, and the share of its
 * actor's mentions that are in its group; the mean over all mentions.
 */
export function bCubed(groups: readonly string[], actors: readonly string[]): BCubed {
  let [precision, recall] = [0, 0];
  groups.forEach((group, index) => {
    const actor = actors[index];
    const inGroup = groups.filter((other) => other === group).length;
    const ofActor = actors.filter((other) => other === actor).length;
    const both = groups.filter((other, at) => other === group && actors[at] === actor).length;
    precision += both / inGroup;
    recall += both / ofActor;
  });
  const mentions = Math.max(1, groups.length);
  return { precision: precision / mentions, recall: recall / mentions };
}

/**
 * Within: one document at a time, the mean over all mentions. Across: all documents at once. Of
 * `corrected` labels those are set right that are wrong for certain.
 */
export function scoreGrouping(
  documents: readonly Labelled[],
  grouping: Grouping,
  labels: 'as they are' | 'corrected' = 'as they are',
): { within: BCubed; across: BCubed } {
  const actorOf = (mention: Mention) =>
    (labels === 'corrected'
      ? correctedAt.get(`${mention.document} ${mention.start}`)
      : undefined) ?? mention.actor;
  const actorsOf = (list: readonly Labelled[]) =>
    people(list).flatMap(({ mentions }) => mentions.map(actorOf));
  let [precision, recall, total] = [0, 0, 0];
  for (const document of documents) {
    const actors = actorsOf([document]);
    const score = bCubed(grouping([document]), actors);
    precision += score.precision * actors.length;
    recall += score.recall * actors.length;
    total += actors.length;
  }
  return {
    within: { precision: precision / Math.max(1, total), recall: recall / Math.max(1, total) },
    across: bCubed(grouping(documents), actorsOf(documents)),
  };
}

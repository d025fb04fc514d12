import { findNames } from '../src/shared/text/names/find/find-names.ts';
import type { Weights } from '../src/shared/text/names/find/classify.ts';
import { proposeActors } from '../src/shared/text/names/propose.ts';
import { compromiseByString, groupsOf, scoreActors, toldScore } from './accuracy/actors.ts';
import {
  foldOf,
  folds,
  inPart,
  labelled,
  parts,
  type Labelled,
  type Part,
} from './accuracy/collections.ts';
import { compromise } from './accuracy/finders.ts';
import { examplesOf, fit, usualPenalty } from './accuracy/fit.ts';
import { groupings, scoreGrouping, wrongLabels } from './accuracy/grouping.ts';
import { scoreMentions, sides } from './accuracy/mentions.ts';
import { scoreProposals } from './accuracy/proposals.ts';
import { f1, figure, pair, type Tally } from './accuracy/tally.ts';
import { print, timingOf } from './measure.ts';

const sets = ['re3d', 'el-msnbc', 'ieer'] as const;
type Set = (typeof sets)[number];

/** What is asked of each row: must, aim. */
const asked: Readonly<Record<string, readonly [must: string, aim: string]>> = {
  're3d proposals, typed F1': ['.62', '.68'],
  'el-msnbc proposals, typed F1': ['.80', '.84'],
  'ieer proposals, typed F1': ['.74', '.80'],
  'ieer persons F1': ['.83', '.88'],
  'ieer organisations F1': ['.54', '.65'],
  're3d organisations F1': ['.50', '.58'],
  'el-msnbc actors named twice or more': ['.95/.90', '.97/.93'],
  'ieer actors named twice or more': ['.82/.90', '.88/.93'],
  'el-msnbc one person’s names, within': ['.995/.98', '.998/.985'],
  'el-msnbc one person’s names, across': ['.995/.92', '.998/.94'],
  'el-msnbc mentions of the accepted': ['.95/.80', '.96/.86'],
  'ieer mentions of the accepted': ['.97/.68', '.97/.78'],
};

type Row = readonly string[];
const row = (what: string, peer: string, ours: Row): Row => [
  what,
  ...(asked[what] ?? ['', '']),
  peer,
  ...ours,
];

type WeightsFor = (text: string) => Weights;

/** For each text weights fitted on the folds it is not in, so that no figure rests on its labels. */
function crossFitted(): WeightsFor {
  const fitted = Array.from({ length: folds }, (_, fold): Weights =>
    Object.fromEntries(
      fit(
        examplesOf((document) => foldOf(document) !== fold),
        usualPenalty,
      ),
    ),
  );
  return (text) => fitted[foldOf({ text })] ?? {};
}

const total = (counts: readonly Tally[]): Tally => ({
  right: counts.reduce((sum, { right }) => sum + right, 0),
  found: counts.reduce((sum, { found }) => sum + found, 0),
  gold: counts.reduce((sum, { gold }) => sum + gold, 0),
});

function proposalRows(set: Set, documents: readonly Labelled[], weightsFor: WeightsFor): Row[] {
  const halves = (['seen', 'held'] as const).map((half) => {
    const part = inPart(documents, half);
    return scoreProposals(part, (text) => findNames(text, weightsFor(text))).counts;
  });
  const shipped = scoreProposals(documents, (text) => findNames(text)).counts;
  const peer = scoreProposals(documents, compromise).counts;
  const columns = [
    ['all', 'proposals, typed F1'],
    ['person', 'persons F1'],
    ['organisation', 'organisations F1'],
    ['place', 'places F1'],
  ] as const;
  return columns.map(([kind, what]) => {
    const counts = halves.map((half) => half[kind]);
    const cells = [total(counts), ...counts, shipped[kind]].map((item) => figure(f1(item)));
    return row(`${set} ${what}`, figure(f1(peer[kind])), cells);
  });
}

function actorRows(set: Set, documents: readonly Labelled[], weightsFor: WeightsFor): Row[] {
  const halves = (['seen', 'held'] as const).map((half) =>
    scoreActors(inPart(documents, half), (text) => groupsOf(weightsFor(text))(text)),
  );
  const shipped = scoreActors(documents, groupsOf());
  const peer = scoreActors(documents, compromiseByString);
  const ours = [halves, ...halves.map((half) => [half]), [shipped]].map(toldScore);
  return [row(`${set} actors named twice or more`, toldScore([peer]), ours)];
}

function groupingRows(set: Set, documents: readonly Labelled[]): Row[] {
  return (['as they are', 'corrected'] as const).flatMap((labels) =>
    (['within', 'across'] as const).flatMap((reach): Row[] => {
      const told = (part: Part, side: keyof typeof groupings) => {
        const score = scoreGrouping(inPart(documents, part), groupings[side], labels);
        const { precision, recall } = score[reach];
        return `${figure(precision)}/${figure(recall)}`;
      };
      const ours = parts.map((part) => told(part, 'ours'));
      const what = `${set} one person’s names, ${reach}`;
      const peer = told('all', 'string equality');
      if (labels === 'corrected')
        return [
          [`  ${reach}, ${wrongLabels.length} wrong labels set right`, '', '', peer, ...ours],
        ];
      if (reach === 'within') return [row(what, peer, ours)];
      const inferred = parts.map((part) => told(part, 'with what is inferred'));
      return [
        row(what, peer, ours),
        ['  with surnames that are inferred', '', '', peer, ...inferred],
      ];
    }),
  );
}

function mentionRows(set: Set, documents: readonly Labelled[]): Row[] {
  return (['within', 'across'] as const).map((reach) => {
    const told = (part: Part, side: keyof typeof sides) =>
      pair(scoreMentions(inPart(documents, part), sides[side], reach));
    const ours = parts.map((part) => told(part, 'ours'));
    const what = `${set} mentions of the accepted${reach === 'across' ? ', across' : ''}`;
    return row(what, told('all', 'plain search'), ours);
  });
}

function speedRow(documents: readonly Labelled[]): Row {
  const timed = (work: (text: string) => unknown) =>
    timingOf(
      documents.map(({ text }) => {
        const from = process.cpuUsage();
        work(text);
        const { user, system } = process.cpuUsage(from);
        return (user + system) / 1000;
      }),
    ).median.toFixed(1);
  const ours = timed((text) => proposeActors({ text, taken: [] }));
  return ['milliseconds of processor an article, median', '8', '', timed(compromise), ours];
}

/**
 * Names in the labelled collections: proposals by exact place and kind, actors named twice or more,
 * the grouping of one person's names, mentions of accepted people, each beside its peer (compromise,
 * string equality, plain search). `--errors=SET` lists the mistakes in the half rules are made on.
 */
export async function run(args: string[]): Promise<void> {
  const found = new Map(sets.map((set) => [set, labelled(set)] as const));
  if ([...found.values()].includes(null)) return;
  const documents = (set: Set) => found.get(set) ?? [];
  const weightsFor = crossFitted();
  print([
    ['', 'must', 'aim', 'peer', 'ours', 'seen half', 'held half', 'as shipped'],
    ...sets.flatMap((set) => proposalRows(set, documents(set), weightsFor)),
    ...sets.flatMap((set) => actorRows(set, documents(set), weightsFor)),
    ...groupingRows('el-msnbc', documents('el-msnbc')),
    ...(['el-msnbc', 'ieer'] as const).flatMap((set) => mentionRows(set, documents(set))),
    speedRow(documents('ieer')),
  ]);
  console.log(`Wrong labels:\n${wrongLabels.join('\n')}\n`);
  for (const set of sets) {
    if (!args.includes(`--errors=${set}`)) continue;
    const seen = inPart(documents(set), 'seen');
    const { errors } = scoreProposals(seen, (text) => findNames(text, weightsFor(text)));
    console.log(errors.join('\n'));
  }
}

import type { Statement } from '../../../../shared/model/actor.ts';
import type { Annotation, Colour } from '../../../../shared/model/annotation.ts';
import { codePoints } from '../../annotations/code-points.ts';
import { shortTitle } from '../../articles/current-text.ts';
import { derivedId } from '../../bundle/merge/derived-id.ts';
import { element } from '../briefing/html-writer.ts';
import { codeGuid, colourGuid, statementGuid } from './code-book.ts';
import { description, reference, user, variableValues } from './project-parts.ts';

/** An article as a source to code. Ids are UUIDs. */
export interface CodedSource {
  readonly id: string;
  readonly title: string;
  readonly outlet: string | null;
  /** Authors as read, in words. */
  readonly authors: string;
  readonly issued: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly origin: string | null;
  readonly created: string;
  readonly text: string;
  readonly annotations: readonly Annotation[];
  readonly statements: readonly Statement[];
  /** Ids of the notes about it. */
  readonly notes: readonly string[];
}

type Position = (offset: number) => number;

interface Selected {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly created: string;
  readonly modified: string | null;
  readonly comment: string;
  /** Ids of codes. */
  readonly codes: readonly string[];
}

function selection(selected: Selected, position: Position): string {
  const { id, start, end, quote, created, modified, comment, codes } = selected;
  const attributes = {
    guid: id,
    name: shortTitle(quote.replaceAll(/\s+/gu, ' ').trim()),
    startPosition: position(start),
    endPosition: position(end),
    creatingUser: user,
    creationDateTime: created,
    modifiedDateTime: modified,
  };
  const codings = codes.map((code) =>
    element(
      'Coding',
      { guid: derivedId('coding', id, code), creatingUser: user, creationDateTime: created },
      reference('CodeRef', code),
    ),
  );
  return element('PlainTextSelection', attributes, description(comment), ...codings);
}

const isPlaced = ({ status }: { readonly status: Annotation['status'] }) => status !== 'orphaned';

/** Passages and statements that have a place in the text, in the order of the text. */
function selections(
  { annotations, statements }: CodedSource,
  meanings: ReadonlyMap<Colour, string>,
): Selected[] {
  const codesOf = ({ tags, colour }: Annotation) => [
    ...tags.map(codeGuid),
    ...(tags.length === 0 || meanings.has(colour) ? [colourGuid(colour)] : []),
  ];
  const passages = annotations
    .filter(isPlaced)
    .map((each) => Object.assign({}, each, { codes: codesOf(each) }));
  const said = statements
    .filter(isPlaced)
    .map((each) =>
      Object.assign({}, each, { modified: null, comment: '', codes: [statementGuid(each.kind)] }),
    );
  return [...passages, ...said].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The file of a source's text, in the archive's folder of sources. */
export const sourceFile = (id: string): string => `${id}.txt`;

/** An article: its text as a file, its details as variables, what is marked in it as selections. */
export function textSource(source: CodedSource, meanings: ReadonlyMap<Colour, string>): string {
  const position = codePoints(source.text);
  return element(
    'TextSource',
    {
      guid: source.id,
      name: source.title,
      plainTextPath: `internal://${sourceFile(source.id)}`,
      creatingUser: user,
      creationDateTime: source.created,
    },
    ...selections(source, meanings).map((selected) => selection(selected, position)),
    ...source.notes.map((note) => reference('NoteRef', note)),
    variableValues({
      Outlet: source.outlet,
      Authors: source.authors,
      Published: source.issued ?? 'n.d.',
      URL: source.url,
      Language: source.language,
      Origin: source.origin,
    }),
  );
}

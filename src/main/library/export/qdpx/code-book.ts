import type { Colour } from '../../../../shared/model/annotation.ts';
import type { Statement } from '../../../../shared/model/actor.ts';
import type { Tag } from '../../../../shared/model/tag.ts';
import { tagLabel } from '../../../../shared/text/tag-names.ts';
import { derivedId } from '../../bundle/merge/derived-id.ts';
import { element } from '../briefing/html-writer.ts';
import { list } from './project-parts.ts';

export const codeGuid = (tag: string): string => derivedId('code', tag);
export const colourGuid = (colour: Colour): string => derivedId('colour', colour);
export const statementGuid = (kind: Statement['kind']): string => derivedId('statement', kind);

/** The lines of the five colours on white paper. */
const colours: Readonly<Record<Colour, string>> = {
  amber: '#A87400',
  fern: '#3F8226',
  sky: '#2A70BE',
  rose: '#C23A5E',
  iris: '#7450BE',
};

const statementKinds: Readonly<Record<Statement['kind'], string>> = {
  direct: 'Direct quotation',
  paraphrase: 'Paraphrase',
  claim: 'Reported claim',
  own: "The journalist's own words",
};

interface CodeSettings {
  readonly guid: string;
  readonly name: string;
  readonly colour?: Colour | null;
}

const code = ({ guid, name, colour = null }: CodeSettings, below: readonly string[]): string =>
  element(
    'Code',
    { guid, name, isCodable: 'true', color: colour === null ? null : colours[colour] },
    ...below,
  );

/** The kinds of statements as codes of their own, beneath one that says what they are. */
const statementCodes = (): string =>
  code(
    { guid: derivedId('statements'), name: 'Statements' },
    Object.entries(statementKinds).map(([kind, name]) =>
      code({ guid: statementGuid(kind as Statement['kind']), name }, []),
    ),
  );

/** Colours as codes beneath one of their own, named by what they mean to the person. */
const colourCodes = (names: ReadonlyMap<Colour, string>): string =>
  code(
    { guid: derivedId('colours'), name: 'Colours' },
    [...names].map(([colour, name]) => code({ guid: colourGuid(colour), name, colour }, [])),
  );

/** What of a project becomes codes beside its tags. */
export interface OtherCodes {
  readonly hasStatements: boolean;
  /** The colours that are codes, by their names. */
  readonly colours: ReadonlyMap<Colour, string>;
}

/** Tags as codes, each beneath the one it stands beneath, then colours and the kinds of statements. */
export function codeBook(
  tags: readonly Tag[],
  { hasStatements, colours: names }: OtherCodes,
): string {
  const below = Map.groupBy(tags, ({ parent }) => parent);
  const write = ({ name, colour }: Tag): string =>
    code(
      { guid: codeGuid(name), name: tagLabel(name), colour },
      (below.get(name) ?? []).map(write),
    );
  const top = (below.get(null) ?? []).map(write);
  const codes = list('Codes', [
    ...top,
    ...(names.size === 0 ? [] : [colourCodes(names)]),
    ...(hasStatements ? [statementCodes()] : []),
  ]);
  return codes === '' ? '' : element('CodeBook', {}, codes);
}

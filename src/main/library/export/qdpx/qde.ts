import type { Annotation } from '../../../../shared/model/annotation.ts';
import { codePoints } from '../../annotations/code-points.ts';
import { shortTitle } from '../../annotations/passages.ts';
import { derivedId } from '../../bundle/merge/derived-id.ts';
import { element, escapeHtml } from '../briefing/html-writer.ts';

/** An article as a source to code. Ids are UUIDs. */
export interface CodedSource {
  readonly id: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly issued: string | null;
  readonly url: string | null;
  readonly created: string;
  readonly text: string;
  readonly annotations: readonly Annotation[];
}

const user = derivedId('user');
const codeGuid = (tag: string) => derivedId('code', tag);

const description = (words: string) =>
  words === '' ? '' : element('Description', {}, escapeHtml(words));

function selection(
  { id, start, end, quote, comment, tags, created, modified }: Annotation,
  position: (offset: number) => number,
): string {
  const codings = tags.map((tag) =>
    element(
      'Coding',
      { guid: derivedId('coding', id, tag), creatingUser: user, creationDateTime: created },
      element('CodeRef', { targetGUID: codeGuid(tag) }),
    ),
  );
  const attributes = {
    guid: id,
    name: shortTitle(quote.replaceAll(/\s+/gu, ' ').trim()),
    startPosition: position(start),
    endPosition: position(end),
    creatingUser: user,
    creationDateTime: created,
    modifiedDateTime: modified,
  };
  return element('PlainTextSelection', attributes, description(comment), ...codings);
}

/** The file of a source's text, in the archive's folder of sources. */
export const sourceFile = (id: string): string => `${id}.txt`;

function textSource(source: CodedSource): string {
  const position = codePoints(source.text);
  const about = [source.outlet, source.issued, source.url].filter((part) => part !== null);
  return element(
    'TextSource',
    {
      guid: source.id,
      name: source.title,
      plainTextPath: `internal://${sourceFile(source.id)}`,
      creatingUser: user,
      creationDateTime: source.created,
    },
    description(about.join(', ')),
    ...source.annotations
      .filter(({ status }) => status !== 'orphaned')
      .map((annotation) => selection(annotation, position)),
  );
}

/** `name` around `parts`, a line each; nothing where there are none, as the schema asks. */
const list = (name: string, parts: readonly string[]): string =>
  parts.length === 0 ? '' : element(name, {}, ['', ...parts, ''].join('\n'));

/**
 * The project file of a REFI-QDA project (`project.qde`, standard 1.5): articles as text sources,
 * tags as codes, annotations as selections with their comments. Positions count code points of the
 * source's file. A lost passage has no place and is left out.
 */
export function projectXml(name: string, created: string, sources: readonly CodedSource[]): string {
  const tags = new Set(
    sources.flatMap(({ annotations }) => annotations.flatMap((annotation) => annotation.tags)),
  );
  const codes = [...tags].map((tag) =>
    element('Code', { guid: codeGuid(tag), name: tag, isCodable: 'true' }),
  );
  const codeBook = list('Codes', codes);
  const root = element(
    'Project',
    {
      xmlns: 'urn:QDA-XML:project:1.0',
      name,
      origin: 'Attache',
      creatingUserGUID: user,
      creationDateTime: created,
    },
    list('Users', [element('User', { guid: user, name: 'Attache' })]),
    codeBook === '' ? '' : element('CodeBook', {}, codeBook),
    list('Sources', sources.map(textSource)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

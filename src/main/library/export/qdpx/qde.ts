import type { Relation } from '../../../../shared/model/relation.ts';
import { colours, type Annotation, type Colour } from '../../../../shared/model/annotation.ts';
import type { Tag } from '../../../../shared/model/tag.ts';
import { derivedId } from '../../bundle/merge/derived-id.ts';
import { element, escapeHtml } from '../briefing/html-writer.ts';
import { caseList, linkList, type CodedActor } from './cases.ts';
import { codeBook } from './code-book.ts';
import { description, list, reference, user, variableList } from './project-parts.ts';
import { textSource, type CodedSource } from './text-source.ts';

/** A note or a briefing. */
export interface ProjectNote {
  readonly id: string;
  readonly title: string;
  readonly kind: 'note' | 'briefing';
  readonly created: string;
  readonly modified: string;
  readonly text: string;
}

/** Articles that go back to one report: the id of the first, and of all of them. */
export interface OneReport {
  readonly lead: string;
  readonly title: string;
  readonly sources: readonly string[];
}

export interface Project {
  readonly name: string;
  readonly created: string;
  readonly tags: readonly Tag[];
  /** What the colours mean to the person, of those that mean something. */
  readonly meanings: ReadonlyMap<Colour, string>;
  readonly actors: readonly CodedActor[];
  readonly relations: readonly Relation[];
  readonly sources: readonly CodedSource[];
  readonly notes: readonly ProjectNote[];
  readonly reports: readonly OneReport[];
}

const note = ({ id, title, kind, created, modified, text }: ProjectNote): string =>
  element(
    'Note',
    {
      guid: id,
      name: title === '' ? `Untitled ${kind}` : title,
      creatingUser: user,
      creationDateTime: created,
      modifiedDateTime: modified,
    },
    description(kind === 'briefing' ? 'Briefing' : ''),
    element('PlainTextContent', {}, escapeHtml(text)),
  );

const reportSet = ({ lead, title, sources }: OneReport): string =>
  element(
    'Set',
    { guid: derivedId('report', lead), name: `One report: ${title}` },
    ...sources.map((source) => reference('MemberSource', source)),
  );

/**
 * The colours that become codes, by their names: those that mean something, and those of passages
 * without a tag, which other programs would let go.
 */
function colourNames({ sources, meanings }: Project): Map<Colour, string> {
  const isCoded = ({ colour, tags }: Annotation) => tags.length === 0 || meanings.has(colour);
  const used = new Set(
    sources.flatMap(({ annotations }) => annotations.filter(isCoded).map(({ colour }) => colour)),
  );
  return new Map(
    colours
      .filter((colour) => used.has(colour))
      .map((colour) => [colour, meanings.get(colour) ?? colour]),
  );
}

/**
 * The project file of a REFI-QDA project (`project.qde`, standard 1.5): articles as text sources,
 * tags and colours as codes beneath each other, annotations and statements as selections, actors as cases,
 * relations as links, notes and briefings as notes, articles of one report as sets. Positions count
 * code points of the source's file. A lost passage has no place and is left out.
 */
export function projectXml(project: Project): string {
  const { name, created, tags, actors, relations, sources, notes, reports } = project;
  const hasStatements = sources.some(({ statements }) => statements.length > 0);
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
    codeBook(tags, { hasStatements, colours: colourNames(project) }),
    actors.length + sources.length === 0 ? '' : variableList(),
    caseList(actors, relations),
    list(
      'Sources',
      sources.map((source) => textSource(source, project.meanings)),
    ),
    list('Notes', notes.map(note)),
    linkList(relations),
    list('Sets', reports.map(reportSet)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

import { element, escapeHtml } from '../briefing/html-writer.ts';
import type { Network } from './read-network.ts';

/** What GraphML readers are told of a node's or an edge's data before the graph. */
const keys = [
  ['name', 'node', 'string'],
  ['kind', 'node', 'string'],
  ['mentions', 'node', 'int'],
  ['office', 'node', 'string'],
  ['articles', 'edge', 'int'],
  ['paragraphs', 'edge', 'int'],
  ['relation', 'edge', 'string'],
  ['title', 'edge', 'string'],
  ['from', 'edge', 'string'],
  ['until', 'edge', 'string'],
] as const;

/** One piece of data; nothing where it is not known. */
const data = (key: (typeof keys)[number][0], value: string | number | null) =>
  value === null || value === '' ? '' : element('data', { key }, escapeHtml(String(value)));

/**
 * The network as GraphML, which Gephi, Cytoscape, yEd and NetworkX read: an undirected graph, a
 * node for each actor, an edge for each two that are named in one article, and one for each
 * relation between two (from `source` to `target`, with its kind as `relation`). The graph stays
 * undirected because NetworkX refuses one that is both.
 */
export function networkGraphml({ actors, ties, relations, offices }: Network): Uint8Array {
  const nodes = actors.map(({ id, name, kind, mentions }) =>
    element(
      'node',
      { id },
      data('name', name),
      data('kind', kind),
      data('mentions', mentions),
      data('office', offices.get(id)?.join('; ') ?? null),
    ),
  );
  const edges = ties.map(({ actors: [one, other], articles, paragraphs }) =>
    element(
      'edge',
      { source: one.id, target: other.id },
      data('articles', articles),
      data('paragraphs', paragraphs),
    ),
  );
  const related = relations.map(({ id, kind, subject, object, title, from, until }) =>
    element(
      'edge',
      { id, source: subject.id, target: object.id },
      data('relation', kind),
      data('title', title),
      data('from', from),
      data('until', until),
    ),
  );
  const declared = keys.map(([id, owner, type]) =>
    element('key', { id, for: owner, 'attr.name': id, 'attr.type': type }),
  );
  const graph = element(
    'graph',
    { id: 'actors', edgedefault: 'undirected' },
    ['', ...nodes, ...edges, ...related, ''].join('\n'),
  );
  const root = element(
    'graphml',
    { xmlns: 'http://graphml.graphdrawing.org/xmlns' },
    ['', ...declared, graph, ''].join('\n'),
  );
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`);
}

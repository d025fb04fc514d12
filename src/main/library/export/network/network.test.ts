import { DOMParser } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plantArticle } from '../../test-articles.ts';
import { testLibrary } from '../../test-library.ts';
import { schemaProblems } from '../test-schema.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary();
});
afterEach(() => library.dispose());

const first =
  'Orla Quinn met Ruth Vale.\nOrla Quinn left Arden. Ruth Vale stayed.\nArden was calm.';
const second = 'Orla Quinn spoke in Arden.';

/** Two articles that name three actors; their ids by name. */
async function sample(): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  plantArticle(library.dir, first, { title: 'First' });
  plantArticle(library.dir, second, { title: 'Second' });
  for (const [name, kind] of [
    ['Orla Quinn', 'person'],
    ['Ruth Vale', 'person'],
    ['Arden', 'state'],
    ['Nobody Named', 'person'],
  ] as const) {
    ids[name] = (await library.call('actors.create', { kind, name })).id;
  }
  return ids;
}

/** Records that one actor is a member of another, and an office. */
async function related(ids: Record<string, string>): Promise<Record<string, string>> {
  const subject = ids['Orla Quinn'] ?? '';
  const { id } = await library.call('relations.create', {
    kind: 'member-of',
    subject,
    object: ids['Arden'] ?? '',
    title: 'Clerk',
    from: '2031',
  });
  await library.call('relations.create', { kind: 'office', subject, title: 'Chief envoy' });
  return { ...ids, relation: id };
}

async function exported(format: 'graphml' | 'csv'): Promise<{ name: string; text: string }> {
  const made = await library.call('export.network', { format });
  if (!('base64' in made)) throw new Error('expected bytes');
  return { name: made.name, text: Buffer.from(made.base64, 'base64').toString() };
}

const inOrder = (a: string, b: string) => (a < b ? -1 : 1);

/** Edges with their names and numbers of articles and paragraphs, read back from the GraphML. */
async function edges(ids: Record<string, string>) {
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  const { text } = await exported('graphml');
  const document = new DOMParser().parseFromString(text, 'text/xml');
  return [...document.querySelectorAll('edge')].map((edge) => ({
    between: ['source', 'target']
      .map((end) => names.get(edge.getAttribute(end) ?? '') ?? '')
      .sort(inOrder),
    counts: [...edge.querySelectorAll('data')].map((data) => Number(data.textContent)),
  }));
}

describe('the network of actors', () => {
  it('counts the articles and the paragraphs two actors share', async () => {
    const ids = await sample();
    expect(await edges(ids)).toEqual(
      expect.arrayContaining([
        { between: ['Orla Quinn', 'Ruth Vale'], counts: [1, 2] },
        { between: ['Arden', 'Orla Quinn'], counts: [2, 2] },
        { between: ['Arden', 'Ruth Vale'], counts: [1, 1] },
      ]),
    );
    const { text } = await exported('graphml');
    const document = new DOMParser().parseFromString(text, 'text/xml');
    const nodes = [...document.querySelectorAll('node')].map((node) =>
      [...node.querySelectorAll('data')].map((data) => data.textContent),
    );
    expect(nodes).toEqual([
      ['Arden', 'state', '3'],
      ['Nobody Named', 'person', '0'],
      ['Orla Quinn', 'person', '3'],
      ['Ruth Vale', 'person', '2'],
    ]);
  });

  it('leaves out rejected mentions, open ones, and the trash', async () => {
    const ids = await sample();
    const { items } = await library.call('articles.list', { sort: 'title' });
    const [one, two] = items.map(({ id }) => id);
    if (one === undefined || two === undefined) throw new Error('no articles');
    await library.call('mentions.update', {
      articleId: two,
      start: second.indexOf('Arden'),
      end: second.indexOf('Arden') + 5,
      actorId: ids['Arden'] ?? '',
      status: 'rejected',
    });
    const tie = async () =>
      (await edges(ids)).find(({ between }) => between.join() === 'Arden,Orla Quinn')?.counts;
    expect(await tie()).toEqual([1, 1]);
    await library.call('articles.delete', { id: one });
    expect(await edges(ids)).toEqual([]);
  });

  it('has no tie by a name that could be two people', async () => {
    plantArticle(library.dir, 'Vale met Orla Quinn.', { title: 'Third' });
    const ids: Record<string, string> = {};
    for (const name of ['Ruth Vale', 'Ivo Vale', 'Orla Quinn']) {
      const names = name === 'Orla Quinn' ? [] : [{ name: 'Vale', scope: 'everywhere' as const }];
      ids[name] = (await library.call('actors.create', { kind: 'person', name, names })).id;
    }
    const { items } = await library.call('mentions.list', {});
    expect(items.filter(({ status }) => status === 'open')).toHaveLength(2);
    expect(await edges(ids)).toEqual([]);
  });

  it('is valid GraphML whatever the names hold', async () => {
    const ids = await related(await sample());
    const name = '<b a="1">& \'x\'\u0001\uFFFE ]]> 島';
    await library.call('actors.create', { kind: 'other', name });
    const { name: file, text } = await exported('graphml');
    expect(file).toBe('Actors.graphml');
    expect(await schemaProblems(text, 'graphml.xsd')).toEqual([]);
    const astray = text.replace(/source="[^"]+"/, 'source="nobody"');
    expect((await schemaProblems(astray, 'graphml.xsd')).join()).toContain('nobody');
    const document = new DOMParser().parseFromString(text, 'text/xml');
    expect(document.querySelectorAll('node')).toHaveLength(5);
    expect(text).toContain('島');
    const member = document.querySelector(`edge[id="${ids['relation'] ?? ''}"]`);
    const known = [...(member?.querySelectorAll('data') ?? [])].map((data) => data.textContent);
    expect(known).toEqual(['member-of', 'Clerk', '2031']);
    expect(member?.getAttribute('source')).toBe(ids['Orla Quinn']);
    expect(document.querySelector('data[key=office]')?.textContent).toBe('Chief envoy');
  });

  it('writes a row for each relation as well', async () => {
    await related(await sample());
    const { text } = await exported('csv');
    const rows = text.trimEnd().split('\r\n');
    expect(rows).toHaveLength(1 + 3 + 1);
    expect(rows.at(-1)).toMatch(/,Orla Quinn,person,3,Arden,state,3,,,member-of,Clerk,2031,$/u);
  });

  it('writes a row for each two actors, inert in a spreadsheet', async () => {
    plantArticle(library.dir, 'Arden fears Sumland.', { title: 'Third' });
    for (const [name, known] of [
      ['Arden', 'Arden'],
      ['=SUM(1)', 'Sumland'],
    ] as const) {
      const names = [{ name: known, scope: 'everywhere' as const }];
      await library.call('actors.create', { kind: 'other', name, names });
    }
    const { name, text } = await exported('csv');
    expect(name).toBe('Actors.csv');
    const rows = text.trimEnd().split('\r\n');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('Source,Target,');
    expect(rows[1]).toMatch(/,'=SUM\(1\),/u);
  });
});

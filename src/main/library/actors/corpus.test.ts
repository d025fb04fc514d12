import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseInProcess } from '../import/parse-in-process.ts';
import { testLibrary } from '../test-library.ts';

const folder = resolve(import.meta.dirname, '../../../../../shared/corpus');
const missing = !existsSync(folder);
if (missing)
  console.warn(`There is no corpus at ${folder}: actors are not tried on real articles.`);

/** The two-word capitalised run that stands in the most files, the most often. */
function mostSharedName(texts: readonly string[]): string {
  const files = new Map<string, number>();
  for (const text of texts) {
    const runs = text.matchAll(/(?<=\p{Ll} )\p{Lu}\p{Ll}{3,} \p{Lu}\p{Ll}{3,}(?=['’,. ]+\p{Ll})/gu);
    for (const run of new Set([...runs].map(([name]) => name))) {
      const isPlace = texts.some((other) => other.includes(`in ${run}`));
      if (!isPlace) files.set(run, (files.get(run) ?? 0) + 1);
    }
  }
  const [best] = [...files].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? '';
}

describe.skipIf(missing)('a person accepted on real articles (needs ../shared/corpus)', () => {
  let library: ReturnType<typeof testLibrary>;
  const texts = new Map<string, string>();
  beforeAll(async () => {
    library = testLibrary(parseInProcess);
    const sources = readdirSync(folder).map((name) => ({
      name,
      text: readFileSync(join(folder, name), 'utf8'),
    }));
    const { imported } = await library.call('import.run', { sources });
    for (const { articleId } of imported) {
      texts.set(articleId, (await library.call('articles.get', { id: articleId })).text);
    }
  });
  afterAll(() => library.dispose());

  it('is found in every article, under every order and form of the name', async () => {
    const name = mostSharedName([...texts.values()]);
    const [given = '', family = ''] = name.split(' ');
    expect(family).not.toBe('');
    const actor = await library.call('actors.create', { kind: 'person', name });
    const { items } = await library.call('mentions.list', { actorId: actor.id });
    const found = new Set(items.map(({ articleId, start, end }) => `${articleId} ${start} ${end}`));
    let expected = 0;
    for (const [articleId, text] of texts) {
      const forms = new RegExp(
        `\\b(?:${given}\\s${family}|${family}\\s${given}|${family})\\b`,
        'giu',
      );
      for (const match of text.matchAll(forms)) {
        expected += 1;
        const place = `${articleId} ${match.index} ${match.index + match[0].length}`;
        const around = text.slice(match.index - 20, match.index + 40);
        expect({ around, found: found.has(place) }).toEqual({ around, found: true });
      }
    }
    expect(expected).toBeGreaterThan(texts.size);
    expect(items).toHaveLength(expected);
    expect(actor.articles).toBe([...texts.values()].filter((text) => text.includes(family)).length);
  });

  it('is proposed already grouped, and every proposal once accepted has its mentions', async () => {
    for (const { kind, name, names } of (await library.call('actors.propose', {})).items) {
      await library.call('actors.create', { kind, name, names });
    }
    const { items } = await library.call('actors.list', {});
    for (const { name, mentions, open } of items) {
      expect({ name, isFound: mentions + open > 0 }).toEqual({ name, isFound: true });
    }
    const accepted = items.map(({ name }) => name);
    expect(new Set(accepted).size).toBe(accepted.length);
    const left = (await library.call('actors.propose', {})).items;
    expect(left.length).toBeLessThan(accepted.length / 4);
  });
});

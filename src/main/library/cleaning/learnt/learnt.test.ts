import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HiddenRange } from '../../../../shared/model/ranges.ts';
import { testLibrary } from '../../test-library.ts';
import { parseInProcess } from '../../import/parse-in-process.ts';
import { plainBlocks } from '../../articles/text/plain-blocks.ts';
import { applyRules } from './apply.ts';
import { lineKey, outletKey } from './keys.ts';
import { openDatabase } from '../../storage/database.ts';
import { listRules, type OutletRules } from './store.ts';
import { storedLayers } from '../../articles/stored-layers.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary(parseInProcess);
});
afterEach(() => library.dispose());

const prose = (subject: string) =>
  `${subject} told the harbour board on Tuesday that the crossing would stay closed until the hull had been inspected, and asked for patience.`;
const page = (outlet: string, subject: string, lines: readonly string[]) =>
  ['---', `outlet: ${outlet}`, '---', `${subject} speaks`, prose(subject), ...lines].join('\n\n');

async function add(outlet: string, subject: string, lines: readonly string[]): Promise<string> {
  const { imported } = await library.call('import.run', {
    sources: [{ name: `${subject}.md`, text: page(outlet, subject, lines) }],
  });
  return imported[0]?.articleId ?? '';
}

async function hiddenIn(id: string): Promise<(readonly [string, string | undefined])[]> {
  const { text, hidden, offered } = await library.call('articles.get', { id });
  return [...hidden, ...offered].map(({ start, end, by }) => [text.slice(start, end), by] as const);
}

const masthead = 'The Harbour Courier, page 7';
const prompt = 'Sign up for our newsletter';

describe('what a person hides everywhere in an outlet', () => {
  it('is hidden at later imports and, on request, in the articles that are there', async () => {
    const before = await add('The Courier', 'Ada', [masthead]);
    const elsewhere = await add('Post', 'Bea', [masthead]);
    expect(await hiddenIn(before)).toEqual([]);
    const { rules, applied } = await library.call('cleaning.learn', {
      outlet: 'The Courier',
      action: 'hide',
      reason: 'footer',
      lines: [masthead],
    });
    expect(rules).toMatchObject([{ outlet: 'The Courier', words: masthead, articles: 1 }]);
    expect(applied).toEqual({ articles: 0, hidden: 0, shown: 0 });
    const later = await add('courier', 'Carla', [masthead.replace('7', '12').toUpperCase()]);
    expect(await hiddenIn(later)).toEqual([['THE HARBOUR COURIER, PAGE 12', 'rule']]);
    const text = (await library.call('articles.get', { id: before })).text;
    expect(await library.call('cleaning.apply', { outlet: 'THE COURIER' })).toEqual({
      articles: 1,
      hidden: 1,
      shown: 0,
    });
    expect(await hiddenIn(before)).toEqual([[masthead, 'rule']]);
    expect((await library.call('articles.get', { id: before })).text).toBe(text);
    expect(await hiddenIn(elsewhere)).toEqual([]);
    await library.call('history.undo', {});
    expect(await hiddenIn(before)).toEqual([]);
  });

  it('is every offered line of a reason, where that is meant', async () => {
    const lines = ['The ferry at her berth.', 'Photo: Per Berg', prose('Dora')];
    const [caption = ''] = lines;
    const id = await add('Courier', 'Eve', lines);
    expect(await hiddenIn(id)).toContainEqual([caption, 'offered']);
    const learnt = { outlet: 'Courier', action: 'hide', reason: 'caption', apply: true } as const;
    const { applied } = await library.call('cleaning.learn', learnt);
    expect(applied).toEqual({ articles: 1, hidden: 1, shown: 0 });
    expect(await hiddenIn(id)).toContainEqual([caption, 'rule']);
  });
});

describe('what a person shows everywhere in an outlet', () => {
  it('stays shown, takes the place of a rule to the contrary, and undo forgets it', async () => {
    const id = await add('Courier', 'Ada', [prompt]);
    expect(await hiddenIn(id)).toEqual([[prompt, 'rule']]);
    const reason = 'newsletter-prompt' as const;
    const rule = { outlet: 'Courier', reason, lines: [prompt] };
    await library.call('cleaning.learn', { ...rule, action: 'hide' });
    await library.call('cleaning.learn', { ...rule, action: 'show', apply: true });
    expect(await hiddenIn(id)).toEqual([]);
    expect(await hiddenIn(await add('Courier', 'Bea', [prompt]))).toEqual([]);
    const { items } = await library.call('cleaning.rules', { outlet: 'courier' });
    expect(items.map(({ action }) => action)).toEqual(['show']);
    await library.reopen();
    await library.call('cleaning.forget', { id: items[0]?.id ?? '' });
    expect((await library.call('cleaning.rules', {})).items).toEqual([]);
    expect(await hiddenIn(await add('Courier', 'Carla', [prompt]))).toEqual([[prompt, 'rule']]);
    for (let step = 0; step < 2; step += 1) await library.call('history.undo', {});
    expect((await library.call('cleaning.rules', {})).items).toHaveLength(1);
  });

  it('leaves alone what a person has hidden in one article', async () => {
    const id = await add('Courier', 'Ada', [prompt]);
    const { text } = await library.call('articles.get', { id });
    const start = text.indexOf(prompt);
    await library.call('articles.hide', { id, start, end: start + prompt.length });
    const rule = { outlet: 'Courier', reason: 'newsletter-prompt', action: 'show' } as const;
    await library.call('cleaning.learn', { ...rule, apply: true });
    expect(await hiddenIn(id)).toEqual([[prompt, 'person']]);
  });
});

describe('a preview', () => {
  it('shows what the rules of the outlet hide, also of one the person types', async () => {
    const kind = { action: 'hide', reason: 'footer' } as const;
    const learnt = { outlet: 'Courier', ...kind, lines: [masthead] };
    await library.call('cleaning.learn', learnt);
    const { previewId, items } = await library.call('import.preview', {
      sources: [{ name: 'a.md', text: page('Post', 'Ada', [masthead]) }],
    });
    expect(items[0]?.hidden).toEqual([]);
    const key = items[0]?.key ?? '';
    const rows = [{ key, outlet: 'Courier' }];
    const cleaned = await library.call('import.clean', { previewId, rows });
    expect(cleaned.items).toMatchObject([{ key, hidden: [{ reason: 'footer', by: 'rule' }] }]);
    const decisions = [{ key, include: true, fields: { 'container-title': 'Courier' } }];
    const { imported } = await library.call('import.run', { previewId, decisions });
    expect(await hiddenIn(imported[0]?.articleId ?? '')).toEqual([[masthead, 'rule']]);
  });
});

describe('the list of rules', () => {
  it('counts the articles of every outlet in one look at their names', async () => {
    const outlets = ['Courier', 'Post', 'Ledger', 'Gazette'];
    await add('The Courier', 'Ada', []);
    await add('courier', 'Bea', []);
    const post = await add('Post', 'Carla', []);
    await add('Post', 'Dora', []);
    await library.call('articles.delete', { id: post });
    for (const outlet of outlets) {
      const lines = [masthead, prompt];
      await library.call('cleaning.learn', { outlet, action: 'hide', reason: 'footer', lines });
    }
    const db = openDatabase(join(library.dir, 'library.sqlite'));
    const looks: string[] = [];
    const prepare = db.prepare.bind(db);
    const items = listRules(
      {
        ...db,
        prepare: (sql) => {
          if (sql.includes('container_title')) looks.push(sql);
          return prepare(sql);
        },
      },
      undefined,
    );
    db.close();
    expect(looks).toHaveLength(1);
    expect(new Set(items.map(({ outlet, articles }) => `${outlet} ${articles}`))).toEqual(
      new Set(['Courier 2', 'Post 1', 'Ledger 0', 'Gazette 0']),
    );
    expect(items).toHaveLength(8);
  });
});

describe('bad input', () => {
  it('is refused', async () => {
    const rule = { outlet: 'Courier', action: 'hide', reason: 'footer' } as const;
    for (const change of [{ outlet: ' ' }, { outlet: '!!' }, { lines: [] }, { lines: [' '] }]) {
      await expect(library.call('cleaning.learn', { ...rule, ...change })).rejects.toMatchObject({
        code: 'invalid-input',
      });
    }
    await expect(library.call('cleaning.forget', { id: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

it('outlets and lines are compared without case, width, digits and white space', () => {
  expect(outletKey('The  Harbour Courier.')).toBe(outletKey('harbour courier'));
  expect(lineKey(' １２ Comments\u00A0')).toBe(lineKey('3 comments'));
});

describe('whatever the rules are', () => {
  it('ranges stay inside the text and in order, and shown lines are not hidden', () => {
    const line = fc.constantFrom('One line', 'Two lines', 'Share', 'Advertisement', '1 comment');
    const action = fc.constantFrom('hide' as const, 'show' as const);
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 10 }),
        fc.dictionary(line, action),
        fc.array(
          fc.tuple(
            fc.nat(60),
            fc.nat(20),
            fc.constantFrom('rule' as const, 'offered' as const, 'person' as const),
          ),
        ),
        (lines, rules, places) => {
          const text = lines.join('\n\n');
          const blocks = plainBlocks(text, () => false);
          const hidden = places
            .map(
              ([start, length, by]) =>
                ({ start, end: start + length + 1, reason: 'caption', by }) satisfies HiddenRange,
            )
            .filter(({ end }) => end <= text.length);
          const verdicts = new Map(
            Object.entries(rules).map(([words, one]) => [lineKey(words), one]),
          );
          const outlet: OutletRules = {
            isEmpty: verdicts.size === 0,
            hasLines: verdicts.size > 0,
            ofLine: (key) => {
              const found = verdicts.get(key);
              return found === undefined ? undefined : { action: found, reason: 'footer' };
            },
            ofReason: () => undefined,
          };
          const after = applyRules({ text, layers: storedLayers(blocks, []) }, hidden, outlet);
          for (const { start, end } of after) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          for (const block of blocks) {
            if (verdicts.get(lineKey(text.slice(block.start, block.end))) !== 'show') continue;
            const over = after.filter(
              ({ start, end, by }) => by !== 'person' && start < block.end && end > block.start,
            );
            expect(over).toEqual([]);
          }
        },
      ),
    );
  });
});

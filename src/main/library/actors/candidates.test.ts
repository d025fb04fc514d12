import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseInProcess } from '../import/parse-in-process.ts';
import { testLibrary } from '../test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeAll(() => {
  library = testLibrary(parseInProcess);
});
afterAll(() => library.dispose());

const given = fc.constantFrom(
  'Orla',
  'Jean-Luc',
  'Min Soo',
  'O’Dea',
  'Škoda',
  'A. B.',
  '花子',
  'Фёдор',
  'Γιώργος',
  'أحمد',
  'דוד',
  '민수',
);
const family = fc.constantFrom(
  'Kim',
  "O'Farrell",
  'van der Meer',
  'Ångström',
  'Al-Amin',
  '山本',
  'Королёв',
  'Παππάς',
  'السيد',
  'כהן',
  '박',
  'UNO',
);
const kind = fc.constantFrom('person' as const, 'organisation' as const);

describe('articles a changed name may stand in', () => {
  it('are found whether the name or the article came first', async () => {
    const forms = fc.tuple(given, family, kind).chain(([first, last, what]) => {
      const joint = /\p{Script=Han}|\p{Script=Hangul}/u.test(first + last) ? '' : ' ';
      const name = joint === '' ? `${last}${first}` : `${first}${joint}${last}`;
      const written = fc.constantFrom(
        name,
        `${last}${joint}${first}`,
        name.replaceAll('-', ' '),
        name.toUpperCase(),
        name.normalize('NFD'),
        name.replaceAll(/['’]/gu, ''),
        `Yesterday ${last}`,
        `${first}а ${last}а`,
        `${last}’nun`,
        `و${first} ${last}`,
        `ול${last}`,
        'του Παππά',
        'للسيد',
        `${last}首相`,
        'U.N.O.',
      );
      return fc.record({ name: fc.constant(name), what: fc.constant(what), written });
    });
    let serial = 0;
    await fc.assert(
      fc.asyncProperty(forms, async ({ name, what, written }) => {
        const text = `Report ${(serial += 1)}. Then ${written} spoke.`;
        const run = async (steps: (() => Promise<unknown>)[]) => {
          for (const step of steps) await step();
          const { items } = await library.call('mentions.list', {});
          for (let done = 0; done < steps.length; done += 1) await library.call('history.undo', {});
          return items.map(({ start, end, status }) => ({ start, end, status }));
        };
        const add = () =>
          library.call('import.run', { sources: [{ name: `${serial}.txt`, text }] });
        const create = () => library.call('actors.create', { kind: what, name });
        expect(await run([add, create])).toEqual(await run([create, add]));
        expect((await library.call('mentions.list', {})).total).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('include a name in two scripts, with an apostrophe', async () => {
    const text = "Then O'Farrell首相 spoke.";
    await library.call('import.run', { sources: [{ name: 'scripts.txt', text }] });
    await library.call('actors.create', { kind: 'person', name: "O'Farrell민수" });
    expect((await library.call('mentions.list', {})).total).toBe(1);
    await library.call('history.undo', {});
    await library.call('history.undo', {});
  });

  it('are read again when an actor turns out to be no person', async () => {
    const source = { name: 'kinds.txt', text: 'Orla Quinn spoke. Quinn left.' };
    await library.call('import.run', { sources: [source] });
    const { id } = await library.call('actors.create', { kind: 'person', name: 'Orla Quinn' });
    const count = async () => (await library.call('mentions.list', { actorId: id })).total;
    expect(await count()).toBe(2);
    await library.call('actors.update', { id, kind: 'organisation' });
    expect(await count()).toBe(1);
    await library.call('history.undo', {});
    expect(await count()).toBe(2);
    await library.call('history.redo', {});
    expect(await count()).toBe(1);
  });

  it('are found by the cases of their language, which may be corrected', async () => {
    const text =
      'Rząd milczy o tamie\n\nRozmowa z Markiem Lipowskim trwała godzinę i nie przyniosła wyniku, ale premier się nie poddał.';
    const { imported } = await library.call('import.run', { sources: [{ name: 'a.txt', text }] });
    const articleId = imported[0]?.articleId ?? '';
    const actor = await library.call('actors.create', { kind: 'person', name: 'Marek Lipowski' });
    const named = async () =>
      (await library.call('mentions.list', { articleId, actorId: actor.id })).items.map(
        (mention) => mention.text,
      );
    expect(await named()).toEqual(['Markiem Lipowskim']);
    await library.call('articles.update', { id: articleId, language: 'en' });
    expect(await named()).toEqual([]);
    await library.call('history.undo', {});
    expect(await named()).toEqual(['Markiem Lipowskim']);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorKind } from '../../model/actor.ts';
import { MentionFinder } from './mentions.ts';
import { nameWords } from './words.ts';

const finder = (kind: ActorKind, ...names: readonly string[]) =>
  new MentionFinder(
    names.map((name, key) => ({
      key,
      kind,
      names: [{ name, scope: 'everywhere', article: null }],
    })),
  );
const found = (kind: ActorKind, name: string, text: string) =>
  finder(kind, name)
    .find(text, 1)
    .map(({ start, end }) => text.slice(start, end));

describe('mentions in scripts other than Latin', () => {
  it.each<[what: string, kind: ActorKind, name: string, text: string, names: string[]]>([
    [
      'Russian cases',
      'person',
      'Пётр Озеров',
      'Речь Петра Озерова длилась. Но Озерову ответили. С Озеровым ушли. Об Озерове пишут.',
      ['Петра Озерова', 'Озерову', 'Озеровым', 'Озерове'],
    ],
    [
      'names declined as adjectives',
      'person',
      'Анна Луговская',
      'Речь Анны Луговской длилась. Встреча с Луговской прошла. Потом видели Луговскую.',
      ['Анны Луговской', 'Луговской', 'Луговскую'],
    ],
    [
      'ё and е',
      'person',
      'Фёдор Ясенёв',
      'Вчера Федор Ясенев прибыл, и Ясенёва ждали.',
      ['Федор Ясенев', 'Ясенёва'],
    ],
    [
      'Ukrainian cases',
      'person',
      'Олег Липський',
      'Учора Олег Липський заявив. Липського чекали, Липському писали.',
      ['Олег Липський', 'Липського', 'Липському'],
    ],
    [
      'a body between quotation marks',
      'organisation',
      'Озерпром',
      'Акции «Озерпрома» растут, сообщил «Озерпром».',
      ['Озерпрома', 'Озерпром'],
    ],
    [
      'a body of two words',
      'organisation',
      'Министерство озёр',
      'В Министерстве озёр молчат, из Министерства озер писали.',
      ['Министерстве озёр', 'Министерства озер'],
    ],
    [
      'what Arabic writes onto a word',
      'person',
      'أحمد السهلي',
      'قال احمد السهلي اليوم. ومع أحمد السهلي قال. والسهلي ولأحمد السهلي، للسهلي.',
      ['احمد السهلي', 'أحمد السهلي', 'السهلي', 'أحمد السهلي', 'لسهلي'],
    ],
    ['vowel marks', 'person', 'أحمد السهلي', 'وَأَحْمَدُ السَّهْلِي قال', ['أَحْمَدُ السَّهْلِي']],
    ['Persian letters', 'person', 'کریم یاسی', 'قال كريم ياسي اليوم', ['كريم ياسي']],
    [
      'a state and what is made of its name',
      'state',
      'مصر',
      'في مصر وبمصر ومصر. مصرف كبير.',
      ['مصر', 'مصر', 'مصر'],
    ],
    [
      'Hebrew prefixes',
      'person',
      'דוד אגמי',
      'דוד אגמי אמר. ואגמי הלך. נתנו לאגמי.',
      ['דוד אגמי', 'אגמי', 'אגמי'],
    ],
    [
      'Greek cases, capitals without accents, final sigma',
      'person',
      'Νίκος Λιμνίδης',
      'Ο ΝΙΚΟΣ ΛΙΜΝΙΔΗΣ ήρθε. Χθες ο Λιμνίδης είπε. Η ομιλία του Λιμνίδη άρχισε.',
      ['ΝΙΚΟΣ ΛΙΜΝΙΔΗΣ', 'Λιμνίδης', 'Λιμνίδη'],
    ],
    [
      'Turkish suffixes and i',
      'person',
      'İlhan Gölcı',
      'Dün İlhan Gölcı geldi. Gölcı’nın evi. ILHAN GÖLCI buradaydı.',
      ['İlhan Gölcı', 'Gölcı', 'ILHAN GÖLCI'],
    ],
    [
      'Vietnamese and Polish without their marks',
      'person',
      'Đặng Thị Hồ',
      'Then Dang Thi Ho spoke. Đặng Thị Hồ left.',
      ['Dang Thi Ho', 'Đặng Thị Hồ'],
    ],
    [
      'an article before an apostrophe',
      'state',
      'Ukraine',
      'L’Ukraine et l’Ukraine.',
      ['Ukraine', 'Ukraine'],
    ],
  ])('%s', (_, kind, name, text, names) => {
    expect(found(kind, name, text)).toEqual(names);
  });

  it('asks who is meant where a form may be of two names', () => {
    const text = 'Видели, как Озерова ждали.';
    const both = finder('person', 'Пётр Озеров', 'Анна Озерова').find(text, 1);
    expect(both.map(({ actor, status }) => [actor, status])).toEqual([
      [1, 'open'],
      [0, 'open'],
    ]);
  });

  it('leaves other words that begin or end alike', () => {
    expect(found('person', 'Иван Бор', 'Вчера Борис и Борода пришли.')).toEqual([]);
    expect(found('organisation', 'نور', 'قال دستور ونورس')).toEqual([]);
  });

  it('has ranges of whole characters that hold the words of the name', () => {
    const parts = fc.constantFrom(
      'و',
      'ل',
      'ב',
      'ה',
      'а',
      'ом',
      'ου',
      '’nun',
      'ِ',
      ' ',
      '. ',
      '𐓏',
      '花',
      '́',
    );
    const names = ['Озеров', 'السهلي', 'אגמי', 'Λιμνίδης', 'Gölcı', 'Đặng'];
    const text = fc.array(fc.oneof(parts, fc.constantFrom(...names))).map((all) => all.join(''));
    const all = finder('organisation', ...names);
    fc.assert(
      fc.property(text, (written) => {
        let last = 0;
        for (const { start, end } of all.find(written, 1)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(written.slice(start, end).isWellFormed()).toBe(true);
          expect(nameWords(written.slice(start, end))).toHaveLength(1);
          last = end;
        }
      }),
    );
  });
});

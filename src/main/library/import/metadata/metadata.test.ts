import { describe, expect, it } from 'vitest';
import { parseFile } from '../parse.ts';
import { agencyAtEnd, agencyInDateline } from '../../../../shared/text/credits/agency.ts';
import { bylineNames } from '../../../../shared/text/credits/byline.ts';
import { isoDateIn } from './iso-date.ts';
import { detectLanguage } from '../../../../shared/text/language.ts';
import { outletIn } from './outlet.ts';
import { dateInText, dateLine } from './text-dates.ts';

describe('bylines', () => {
  it.each([
    ['By Ada Lund', ['Ada Lund']],
    ['By Ada Lund and Per van der Berg', ['Ada Lund', 'Per van der Berg']],
    ['By Ada Lund, Harbour Correspondent Published 3 days ago', ['Ada Lund']],
    ['By Ada Lund Published 3 months ago 4 min read', ['Ada Lund']],
    ['By Ada Lund | 11 March 2026', ['Ada Lund']],
    ['By Ada Lund March 11, 2026', ['Ada Lund']],
    ['Von Anna Meyer und Karl Groß', ['Anna Meyer', 'Karl Groß']],
    ['記者：山田太郎', ['山田太郎']],
    ['김민지 기자', ['김민지']],
    ['By Ada Lund (Northern Wire)', ['Ada Lund']],
    ['입력 2026.03.11 18:05 | 김민지 기자', ['김민지']],
    ['김민지 기자 kim@courier.example', ['김민지']],
    ['(서울=연합뉴스) 김민지 기자', ['김민지']],
    ['記者 山田太郎', ['山田太郎']],
    ['記者李明／台北報導', ['李明']],
    ['كتب: أحمد علي', ['أحمد علي']],
    ['By Ada Lund, The Associated Press', ['Ada Lund']],
    ['記者が質問した。', []],
    ['By noon the quay was empty.', []],
    ['By Land', []],
    ['Por fin en casa', []],
  ])('%s', (line, names) => {
    expect(bylineNames(line)).toEqual(names);
  });
});

describe('dates', () => {
  it('keeps the precision and the day as written', () => {
    expect(isoDateIn('2026-03-11T23:30:00+09:00')).toBe('2026-03-11');
    expect(isoDateIn('2026/3')).toBe('2026-03');
    expect(isoDateIn('20260311')).toBe('2026-03-11');
    expect(isoDateIn('Wed, 11 Mar 2026 10:00:00 GMT')).toBe('2026-03-11');
    expect(isoDateIn('2026 Mar 11')).toBe('2026-03-11');
    expect(isoDateIn('2026 March')).toBe('2026-03');
    expect(isoDateIn('2026-02-31')).toBeNull();
    expect(isoDateIn('yesterday')).toBeNull();
  });

  it('is certain of a line that is a date, and of nothing relative', () => {
    expect(dateLine('Published: March 11, 2026, 10:15 am')).toMatchObject({
      value: '2026-03-11',
      certain: true,
    });
    expect(dateLine('2026年3月11日 10:15')).toMatchObject({ value: '2026-03-11', certain: true });
    for (const line of [
      'Publié le 11 mars 2026 à 18h05',
      'Estholm, 11. März 2026',
      '11 de marzo de 2026, 18:05',
      '11 марта 2026 года',
    ]) {
      expect(dateLine(line), line).toMatchObject({ value: '2026-03-11', certain: true });
    }
    expect(dateLine('Press release no. 12/2026')).toBeNull();
    expect(dateLine('3 months ago')).toBeNull();
    expect(dateLine('last Tuesday')).toBeNull();
  });

  it.each([
    ['05.04.2026', '2026-04-05', true],
    ['Stand: 05.04.2026 18:22 Uhr', '2026-04-05', true],
    ['14/03/2026', '2026-03-14', true],
    ['03/14/2026', '2026-03-14', true],
    ['5/5/2026', '2026-05-05', true],
    ['Publié le 05/04/2026', '2026-04-05', false],
    ['Published 05/04/2026 6:22 pm', '2026-05-04', false],
    ['Updated 15 Mar 2026 09:00, first published 14 Mar 2026', '2026-03-14', true],
    ['Updated 15 Mar 2026', '2026-03-15', false],
    ['14 مارس 2026', '2026-03-14', true],
    ['الجمعة 14 آذار 2026', '2026-03-14', true],
    ['14 березня 2026, 18:22', '2026-03-14', true],
    ['令和8年3月14日', '2026-03-14', true],
  ] as const)(
    'reads “%s”, and is not certain where it may be read otherwise',
    (line, value, certain) => {
      expect(dateLine(line)).toMatchObject({ value, certain });
    },
  );

  it('takes the day of publication before that of a change, wherever they stand', async () => {
    const text =
      'Ferry vote\n\nUpdated 15 Mar 2026\n\n14 Mar 2026\n\nThe board voted to keep the ferry.';
    const { articles } = await parseFile({ name: 'a.txt', bytes: Buffer.from(text) });
    const issued = articles[0]?.proposals.find(({ field }) => field === 'issued');
    expect(issued).toMatchObject({ value: '2026-03-14', certain: true });
  });

  it('never knows the year of a day named in the text', () => {
    const text = 'The board met on Nov. 4 to vote.';
    const found = dateInText(text);
    expect(found).toMatchObject({ value: 'XXXX-11-04', certain: false });
    expect(text.slice(found?.start, found?.end)).toBe('Nov. 4');
    expect(
      dateInText('Estholm, 11. März 2026 (dpa) – Der Hafenrat hat beschlossen.'),
    ).toMatchObject({
      value: '2026-03-11',
      certain: false,
    });
    expect(dateInText('It happened on 4 November 2024 at sea.')).toMatchObject({
      value: '2024-11-04',
      certain: false,
    });
  });
});

describe('agencies', () => {
  it.each([
    ['The talks went on for two days. KYODO NEWS', 'Kyodo News'],
    ['The talks went on for two days. — AFP', 'Agence France-Presse'],
    ['He declined to comment. (Reuters)', 'Reuters'],
    ['Source: Xinhua', 'Xinhua'],
    ['会談は二日間続いた。（共同）', 'Kyodo News'],
    ['==Kyodo', 'Kyodo News'],
    ['2026-03-11 18:05 来源：新华社', 'Xinhua'],
  ])('at the end of %s', (block, name) => {
    const credit = agencyAtEnd(block);
    expect(credit?.name).toBe(name);
    expect(block.slice(credit?.start, credit?.end)).not.toMatch(/[.()—]/);
  });

  it('are not the last word of a sentence about them', () => {
    for (const line of [
      '(Northern Wire)',
      'NORTHERN WIRE',
      'Northern Wire contributed to this report.',
    ]) {
      expect(agencyAtEnd(line)?.name, line).toBe('Northern Wire');
    }
    expect(agencyAtEnd('Kyodo contributed to this report.')?.name).toBe('Kyodo News');
    expect(agencyAtEnd('They cut the Northern Wire with pliers.')).toBeNull();
    expect(agencyAtEnd('He gave an interview to Reuters')).toBeNull();
    expect(agencyAtEnd('They tapped it with the ap')).toBeNull();
  });

  it('are read from datelines', () => {
    expect(agencyInDateline('ESTHOLM, March 11 (Yonhap) -- The board met.')?.name).toBe('Yonhap');
    expect(agencyInDateline('Estholm, 11. März 2026 (dpa) – Der Rat')?.name).toBe('dpa');
    expect(agencyInDateline('Estholm, 11 de marzo de 2026 (EFE).- La junta')?.name).toBe('EFE');
    expect(agencyInDateline('ESTHOLM (AP) — The board met.')?.name).toBe('Associated Press');
    expect(agencyInDateline('ESTHOLM, May 2 (Northern Wire) — The board met.')?.name).toBe(
      'Northern Wire',
    );
    expect(agencyInDateline('The board (AP photographers waited) met.')).toBeNull();
  });
});

it.each([
  ['Reuters', 'Reuters'],
  ['(AP)', 'Associated Press'],
  ['© 2026 AFP', 'Agence France-Presse'],
  ['Copyright 2026 The Associated Press. All rights reserved.', 'Associated Press'],
])('an article is signed by the agency in its last line, %s', async (line, name) => {
  const sentence = 'The board voted on Tuesday to keep the ferry until the spring, she said.';
  const text = `Board keeps the ferry\n\n${sentence} ${sentence}\n\nThe ferry sails at dawn.\n\n${line}\n\nShare this`;
  const { articles } = await parseFile({ name: 'a.txt', bytes: Buffer.from(text) });
  expect(articles[0]?.proposals).toContainEqual(
    expect.objectContaining({ field: 'origin', value: name }),
  );
  const sure = articles[0]?.hidden.filter(({ by }) => by !== 'offered') ?? [];
  const hidden = sure.map(({ start, end }) => text.slice(start, end));
  expect(hidden).not.toContain('The ferry sails at dawn.');
});

it('an agency between paragraphs took the picture', async () => {
  const sentence = 'The board voted on Tuesday to keep the ferry until the spring, she said.';
  const text = `Board keeps the ferry\n\n${sentence}\n\nReuters\n\n${sentence} ${sentence}`;
  const { articles } = await parseFile({ name: 'a.txt', bytes: Buffer.from(text) });
  expect(articles[0]?.proposals.some(({ field }) => field === 'origin')).toBe(false);
  expect(articles[0]?.hidden).toMatchObject([
    { reason: 'caption', by: 'offered' },
    { reason: 'photo-credit', by: 'rule' },
  ]);
});

it('reads the agency beside the writer', async () => {
  const text =
    'Le ferry de nuit maintenu\n\nPar Claire Morel (AFP)\n\nLe conseil du port a décidé mardi de maintenir le ferry de nuit.';
  const { articles } = await parseFile({ name: 'a.txt', bytes: Buffer.from(text) });
  expect(articles[0]?.proposals).toMatchObject([
    { field: 'title' },
    { field: 'author', value: 'Claire Morel' },
    { field: 'language', value: 'fr' },
    { field: 'origin', value: 'Agence France-Presse' },
  ]);
});

it('takes no byline for the title, and finds what stands below a menu', async () => {
  const body =
    'The board voted on Tuesday to keep the ferry until spring, its chairwoman said. '.repeat(3);
  const signed = await parseFile({
    name: 'a.txt',
    bytes: Buffer.from(`By Ada Lund\n\nESTHOLM, March 11 (AP) - ${body}\n\n${body}`),
  });
  expect(signed.articles[0]?.proposals.find(({ field }) => field === 'title')).toMatchObject({
    certain: false,
    value: expect.stringMatching(/^ESTHOLM/) as string,
  });
  const menu = 'Home\nNews\nSport\nWeather\nOpinion\nMore\nLog in';
  const copied = await parseFile({
    name: 'b.txt',
    bytes: Buffer.from(
      `${menu}\n\nBoard keeps the night ferry\n\nBy Ada Lund, Harbour correspondent\n\nPublished 11 March 2026\n\n${body}\n\n${body}`,
    ),
  });
  expect(copied.articles[0]?.proposals.filter(({ certain }) => certain)).toMatchObject([
    { field: 'title', value: 'Board keeps the night ferry' },
    { field: 'author', value: 'Ada Lund' },
    { field: 'issued', value: '2026-03-11' },
    { field: 'language' },
  ]);
});

it('names the outlet a prompt mentions, as a hint only', () => {
  expect(outletIn("Get Courier's newsletters in your inbox")?.name).toBe('Courier');
  expect(outletIn('© 2026 Brannvik Post. All rights reserved.')?.name).toBe('Brannvik Post');
  expect(outletIn('Get well soon')).toBeNull();
});

it.each([
  [
    'en',
    'The board said that it would vote on the crossing with the owners by the end of the week.',
  ],
  [
    'de',
    'Der Rat hat beschlossen, dass die Fähre nicht mit dem alten Schiff fährt und es verkauft wird.',
  ],
  [
    'fr',
    'Le conseil a décidé que la ligne ne serait pas rouverte et que les marins seront entendus.',
  ],
  [
    'es',
    'El consejo decidió que la línea no se abre por ahora y que los marineros serán escuchados.',
  ],
  ['ja', '理事会は火曜日、航路の再開を先送りすることを決めた。'],
  ['zh', '理事会星期二决定推迟重新开放航线。'],
  ['ko', '이사회는 화요일 항로 재개를 미루기로 결정했다.'],
  ['ru', 'Совет решил, что линия не будет открыта и что он не знает, как быть с этим.'],
])('knows %s', (language, text) => {
  expect(detectLanguage(text)).toMatchObject({ language, certain: true });
});

it.each(['Der die der die', '首脳会談', 'a o a o a'])('only proposes a language for %s', (text) => {
  expect(detectLanguage(text)?.certain ?? false).toBe(false);
});

it('fills in nothing it is not certain of', async () => {
  const text = 'A short note about nothing much, written on Nov 4 and left without any signature.';
  const { articles } = await parseFile({ name: 'note.txt', bytes: Buffer.from(text) });
  const certain = articles[0]?.proposals.filter((proposal) => proposal.certain) ?? [];
  expect(certain.map(({ field }) => field).filter((field) => field !== 'language')).toEqual([]);
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findUnspacedNames } from './unspaced.ts';

/** "words as written = name" of every person. */
const people = (text: string) =>
  findUnspacedNames(text)
    .filter(({ kind }) => kind === 'person')
    .map(({ start, end, text: name }) => {
      const written = text.slice(start, end);
      return written === name ? name : `${written} = ${name}`;
    });

describe('states in scripts without capitals', () => {
  it('are whole words, by the names news uses', () => {
    const found = findUnspacedNames('米国とインドネシアと한국').map(({ text }) => text);
    expect(found).toEqual(['米国', 'インドネシア', '한국']);
  });
});

describe('names in scripts without capitals', () => {
  it.each([
    [
      'Japanese titles, and a surname before one later',
      '日本の山本花子首相は会談した。山本氏は述べた。外務省の佐藤健一報道官は話した。',
      ['山本花子', '山本 = 山本花子', '佐藤健一'],
    ],
    [
      'katakana before the short name of a state, さん',
      'アンナ・リンド米大統領は訪日した。リンド氏は山本花子さんと会った。',
      ['アンナ・リンド', 'リンド = アンナ・リンド', '山本花子'],
    ],
    [
      'a given name in hiragana, and no particle; five characters',
      '外務省の北山さおり報道官は話した。北山氏は青山健太郎首相と会った。政府はきょう大臣を替えた。',
      ['北山さおり', '北山 = 北山さおり', '青山健太郎'],
    ],
    [
      'Korean names that end like a particle, and their last part alone',
      '일본의 야마시로 겐타로 총리는 제임스 하트웰 국무장관과 만났다. 하트웰 장관은 떠났다.',
      ['야마시로 겐타로', '제임스 하트웰', '하트웰 = 제임스 하트웰'],
    ],
    [
      'Chinese titles before names',
      '中国国家主席王建国表示欢迎。王建国说，发言人李小梅没有出席。',
      ['王建国', '王建国', '李小梅'],
    ],
    [
      'Chinese names with a dot',
      '美国总统安娜·林德访问北京。林德说会谈有成果。',
      ['安娜·林德', '林德 = 安娜·林德'],
    ],
    [
      'Korean titles, and a family name before one later',
      '박민수 대통령은 서울에서 회담했다. 박 대통령은 말했다. 이영희 씨는 없었다.',
      ['박민수', '박 = 박민수', '이영희'],
    ],
    [
      'a ministry between name and title, a foreign name of two words',
      '그는 야마모토 하나코 총리와 만났다. 김철수 외교부 장관이 배석했다.',
      ['야마모토 하나코', '김철수'],
    ],
    [
      'a surname of two people',
      '山本花子首相と山本太郎議員が来た。山本氏は述べた。',
      ['山本花子', '山本太郎'],
    ],
  ])('reads %s', (_what, text, expected) => {
    expect(people(text)).toEqual(expected);
  });

  it('reads a long text of many names', () => {
    const families = Array.from('王李张刘陈杨赵黄周吴');
    const given = Array.from('建国小梅安明浩子健一');
    const name = (n: number) =>
      `${families[n % 10]}${given[Math.floor(n / 10) % 10]}${given[Math.floor(n / 100) % 10]}`;
    const text = Array.from({ length: 30_000 }, (_, n) => `总统${name(n % 1000)}不知道。`).join('');
    expect(findUnspacedNames(text).length).toBeGreaterThan(10_000);
  });

  it('answers places of the text, whatever it is', () => {
    const unit = fc.constantFrom(
      ...Array.from('山本王李・·氏首相总统アンナ 박김 대통령씨さんは。a'),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        for (const { start, end } of findUnspacedNames(text)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('bodies in texts without capitals', () => {
  const bodies = (text: string) =>
    findUnspacedNames(text)
      .filter(({ kind }) => kind === 'organisation')
      .map(({ text: name }) => name);

  it.each([
    ['昨年、外務省と北海協会は会合を開いた。', ['外務省', '北海協会']],
    ['ロシア外務省と日本北海銀行が述べた。', ['ロシア外務省', '日本北海銀行']],
    ['与党は中央銀行と国立大学に反対した。広東省も。', []],
    [
      '国防部는 없다. 국방부는 새벽민주당을 비판했다. 북해은행이 말했다.',
      ['국방부', '새벽민주당', '북해은행'],
    ],
    ['정부는 시중은행을 일부 지원했다.', []],
    ['北海银行宣布降息。据北海银行说，情况很好。', ['北海银行', '北海银行']],
    ['他在北海银行工作。', []],
  ])('%s', (text, expected) => {
    expect(bodies(text)).toEqual(expected);
  });

  it('takes a party before the title of its head for no person', () => {
    const people = findUnspacedNames('北海新党代表の山本花子氏は話した。').map(({ text }) => text);
    expect(people).toEqual(['山本花子']);
  });
});

import { describe, expect, it } from 'vitest';
import { MentionFinder, type NamedActor } from './mentions.ts';
import type { HeldOffice } from './offices.ts';

const office = (
  title: string,
  from: string | null,
  until: string | null,
  of: number | null = 1,
): HeldOffice => ({ title, of, state: of === 1 ? 'NO' : null, from, until });

const actor = (
  key: number,
  kind: NamedActor['kind'],
  name: string,
  offices: readonly HeldOffice[] = [],
): NamedActor => ({ key, kind, names: [{ name, scope: 'everywhere', article: null }], offices });

const actors = [
  actor(1, 'state', 'Norway'),
  actor(2, 'person', 'Una Bell', [office('Prime Minister', '2031-03', '2033-05')]),
  actor(3, 'person', 'Ole Vang', [office('Prime Minister', '2033-05', null)]),
  actor(4, 'organisation', 'Velis', []),
  actor(5, 'person', 'Ida Roth', [office('director', null, null, 4)]),
];
const finder = new MentionFinder(actors);
const nameOf = (key: number) => actors.find((one) => one.key === key)?.names[0]?.name;

/** "words = actor, status" of every mention of an office. */
const offices = (text: string, issued: string | null) =>
  finder
    .find(text, 0, issued)
    .map(({ start, end, actor: key, status }) => {
      const words = text.slice(start, end);
      return `${words} = ${nameOf(key)}, ${status}`;
    })
    .filter((line) => /^(?:prime minister|director|首相)/iu.test(line));

describe('offices with dates', () => {
  it.each([
    ["Norway's prime minister spoke.", '2032-01-02', ['prime minister = Una Bell, inferred']],
    ['The prime minister of Norway spoke.', '2034', ['prime minister = Ole Vang, inferred']],
    ['Norwegian Prime Minister left.', '2032', ['Prime Minister = Una Bell, inferred']],
    ['He met the director of Velis.', '1999', ['director = Ida Roth, inferred']],
    ['Una Bell spoke. The prime minister left.', '2032', ['prime minister = Una Bell, inferred']],
  ])('“%s” in %s', (text, issued, expected) => {
    expect(offices(text, issued)).toEqual(expected);
  });

  it('leaves open who held it in a month that two share', () => {
    expect(offices("Norway's prime minister spoke.", '2033-05')).toEqual([
      'prime minister = Una Bell, open',
      'prime minister = Ole Vang, open',
    ]);
    expect(offices("Norway's prime minister spoke.", '2033-04-30')).toHaveLength(1);
  });

  it.each([
    ['an article without a date', "Norway's prime minister spoke.", null],
    ['a date before all of them', "Norway's prime minister spoke.", '2030-12'],
    ['another state', 'The Danish prime minister and the prime minister of Chad spoke.', '2032'],
    ['who holds it no more or not yet', "Norway's former prime minister spoke.", '2032'],
    ['a former one of a people', 'The former Norwegian prime minister spoke.', '2032'],
    ['another office', 'The deputy prime minister and the prime minister-elect spoke.', '2032'],
    ['an article that names no holder', 'The prime minister spoke.', '2032'],
    ['somebody else in it', 'Una Bell met Prime Minister Moss. The prime minister left.', '2032'],
    ['the name itself', 'Norwegian Prime Minister Una Bell spoke.', '2032'],
  ])('says nothing of %s', (_what, text, issued) => {
    expect(offices(text, issued)).toEqual([]);
  });

  it('reads offices in scripts without spaces', () => {
    const japanese = new MentionFinder([
      actor(1, 'state', '日本'),
      actor(2, 'person', '山本花子', [office('首相', '2031', null)]),
    ]);
    const found = (text: string) =>
      japanese.find(text, 0, '2032-02').map(({ start, end }) => text.slice(start, end));
    expect(found('日本の首相は会談した。')).toEqual(['日本', '首相']);
    expect(found('山本花子首相は、首相として会談した。')).toEqual(['山本花子', '首相']);
    expect(found('田中首相は会談した。')).toEqual([]);
  });
});

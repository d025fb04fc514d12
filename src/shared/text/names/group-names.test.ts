import { describe, expect, it } from 'vitest';
import type { FoundKind } from './find/find-names.ts';
import { groupNames } from './group-names.ts';

type Named = readonly [name: string, kind?: FoundKind];

/** The text is the names, one after the other. */
function groups(...names: readonly Named[]): string[] {
  let text = '';
  const found = names.map(([name, kind = 'person']) => {
    const start = text.length;
    text += `${name} `;
    return { start, end: start + name.length, kind, text: name, key: name.toLowerCase() };
  });
  return groupNames(text, found).map(
    ({ kind, spellings, places }) =>
      `${kind} ${[...spellings.keys()].join(' = ')} ×${places.length}`,
  );
}

describe('groupNames', () => {
  it('joins word orders, initials and nicknames', () => {
    expect(groups(['Orla Quinn'], ['Quinn Orla'])).toEqual(['person Orla Quinn = Quinn Orla ×2']);
    expect(groups(['Robert Vale'], ['Bob Vale'], ['Robert J. Vale'], ['Vale'])).toEqual([
      'person Robert Vale = Bob Vale = Robert J. Vale ×4',
    ]);
  });

  it('knows a surname of two words', () => {
    expect(groups(['Ana Lund Moreno'], ['Lund Moreno'], ['Moreno'])).toEqual([
      'person Ana Lund Moreno = Lund Moreno ×3',
    ]);
  });

  it('never joins people whose middle names or suffixes differ', () => {
    expect(groups(['Ann B. Vale'], ['Ann C. Vale'], ['Ann Vale'])).toHaveLength(3);
    expect(groups(['Ole Lund'], ['Ole Lund Jr'])).toHaveLength(2);
  });

  it('gives a lone word to the one person it can mean; to nobody where several', () => {
    expect(groups(['Ann Vale'], ['Vale'])).toEqual(['person Ann Vale ×2']);
    expect(groups(['Ann Vale'], ['Tom Vale'], ['Vale'])).toEqual([
      'person Ann Vale ×1',
      'person Tom Vale ×1',
    ]);
    expect(groups(['Ann Vale'], ['Ann'])).toEqual(['person Ann Vale ×2']);
    expect(groups(['Hakim al-Rashidi'], ['Rashidi'])).toEqual(['person Hakim al-Rashidi ×2']);
  });

  it('keeps a bearer apart who is said to be another one', () => {
    const text = 'President Vale spoke. His father, the elder President Vale, did not.';
    const names = [10, text.lastIndexOf('Vale')].map((start) => ({
      start,
      end: start + 4,
      kind: 'person' as const,
      text: 'Vale',
      key: 'vale',
    }));
    expect(groupNames(text, names).map(({ isNamesake }) => isNamesake)).toEqual([true, false]);
  });

  it('reads legal forms, spellings and initials of organisations', () => {
    const organisation = 'organisation' as const;
    expect(
      groups(
        ['Baltic Timber Inc', organisation],
        ['Baltic Timber', organisation],
        ['World Trade Forum', organisation],
        ['WTF', organisation],
      ),
    ).toEqual([
      'organisation Baltic Timber Inc = Baltic Timber ×2',
      'organisation World Trade Forum = WTF ×2',
    ]);
  });

  it('gives a surname to the one bearer named so far', () => {
    expect(groups(['Ann Vale'], ['Vale'], ['Tom Vale'], ['Vale'])).toEqual([
      'person Ann Vale ×2',
      'person Tom Vale ×1',
    ]);
  });

  it('takes the first or last words of an organisation for its name where one has them', () => {
    const organisation = 'organisation' as const;
    const named = (...names: string[]): Named[] => names.map((name) => [name, organisation]);
    expect(groups(...named('Ministry', 'Harbour Ministry'))).toEqual([
      'organisation Harbour Ministry ×2',
    ]);
    expect(groups(...named('Tillfast Harbour Bank', 'Tillfast'))).toEqual([
      'organisation Tillfast Harbour Bank = Tillfast ×2',
    ]);
    expect(groups(...named('Harbour Ministry', 'Trade Ministry', 'Ministry'))).toHaveLength(3);
    expect(groups(...named('Norwegian Guards', 'Guards'))).toHaveLength(1);
    expect(groups(...named('Harbour Guards', 'Guards'))).toHaveLength(2);
    expect(groups(...named('NATO Academy', 'NATO'))).toHaveLength(2);
    expect(groups(...named('Baltic Timber Paper Inc', 'BTP'))).toHaveLength(1);
  });

  it('takes a name for what it is taken for at most places', () => {
    expect(groups(['Velis', 'place'], ['Velis', 'organisation'], ['Velis', 'place'])).toEqual([
      'other Velis ×3',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { ActorKind } from '../../model/actor.ts';
import { MentionFinder, type NamedActor } from './mentions.ts';

type Spec = [kind: ActorKind, ...names: (string | NamedActor['names'][number])[]];

const actors = (...specs: Spec[]): NamedActor[] =>
  specs.map(([kind, ...names], key) => ({
    key,
    kind,
    names: names.map((name) =>
      typeof name === 'string' ? { name, scope: 'everywhere', article: null } : name,
    ),
  }));

/** "words/actor status" for every mention. */
function mentions(text: string, ...specs: Spec[]): string[] {
  return new MentionFinder(actors(...specs))
    .find(text, 1)
    .map(({ start, end, actor, status }) => `${text.slice(start, end)}/${actor} ${status}`);
}

it('takes a currency for no mention of its state', () => {
  expect(mentions('It cost US$6 million in the US.', ['state', 'US'])).toEqual(['US/0 proposed']);
});

describe('mentions of a person', () => {
  const person: Spec = ['person', 'Maria Lindqvist'];

  it('finds either order, titles left out, possessives cut', () => {
    expect(
      mentions("Minister Maria Lindqvist's aide met LINDQVIST Maria, not Maria Lind.", person),
    ).toEqual(['Maria Lindqvist/0 proposed', 'LINDQVIST Maria/0 proposed']);
  });

  it('takes a particle that begins a name for a given name', () => {
    expect(
      mentions(
        'Ada Lund and Ben Lund came. Lund spoke.',
        ['person', 'Ada Lund'],
        ['person', 'Ben Lund'],
      ),
    ).toEqual(['Ada Lund/0 proposed', 'Ben Lund/1 proposed', 'Lund/0 open', 'Lund/1 open']);
    expect(
      mentions('Osama bin Rashid came. Bin Rashid left.', ['person', 'Osama bin Rashid']),
    ).toEqual(['Osama bin Rashid/0 proposed', 'Bin Rashid/0 inferred']);
  });

  it('infers the surname, also before the full name in a headline', () => {
    expect(
      mentions('Lindqvist resigns\n\nMaria Lindqvist left. Ms Lindqvist agreed.', person),
    ).toEqual(['Lindqvist/0 inferred', 'Maria Lindqvist/0 proposed', 'Lindqvist/0 inferred']);
  });

  it('ties initials before the surname to the full name in the article, and to no other', () => {
    const names: Spec[] = [
      ['person', 'Ada Bea Lund'],
      ['person', 'Olav Lund'],
    ];
    expect(
      mentions(
        'Ada Bea Lund came. A. Lund and A.B. Lund spoke; A Lund man and Mr A. Lund left.',
        ...names,
      ),
    ).toEqual([
      'Ada Bea Lund/0 proposed',
      'A. Lund/0 inferred',
      'A.B. Lund/0 inferred',
      'Lund/0 inferred',
      'A. Lund/0 inferred',
    ]);
    expect(mentions('Ada Bea Lund met V. Lund, C. A. Lund and Anna A. Lund.', ...names)).toEqual([
      'Ada Bea Lund/0 proposed',
    ]);
    expect(mentions('O. Lund came. Lund spoke.', ...names)).toEqual([]);
    expect(
      mentions(
        'Ada Lund met Anna Lund. A. Lund left.',
        ['person', 'Ada Lund'],
        ['person', 'Anna Lund'],
      ),
    ).toEqual(['Ada Lund/0 proposed', 'Anna Lund/1 proposed', 'A. Lund/0 open', 'A. Lund/1 open']);
  });

  it('begins anew with a paragraph, also after a line that ends in a capitalised word', () => {
    expect(mentions('Home World Podcasts\n\nLindqvist resigns', person)).toEqual([
      'Lindqvist/0 inferred',
    ]);
    expect(mentions('They met Anna\nLindqvist of the bank.', person)).toEqual([]);
  });

  it('reads hyphens, spaces and one word as one name', () => {
    const korean: Spec = ['person', 'Park Min-soo'];
    const text = 'Park Min Soo, Park Min-Soo, Park Minsoo and Min-soo Park; Park spoke.';
    expect(mentions(text, korean)).toEqual([
      'Park Min Soo/0 proposed',
      'Park Min-Soo/0 proposed',
      'Park Minsoo/0 proposed',
      'Min-soo Park/0 proposed',
      'Park/0 inferred',
    ]);
  });

  it('reads a hyphenated given name written small after the hyphen', () => {
    const text = 'Park Min-soo left. The Park min soo of the song stayed.';
    expect(mentions(text, ['person', 'Park Min Soo'])[0]).toBe('Park Min-soo/0 proposed');
    expect(mentions(text, ['person', 'Park Min Soo'])).not.toContain('Park min soo/0 proposed');
  });

  it('reads accents, curly apostrophes and line breaks inside a name', () => {
    expect(mentions("José\nO’Farrell and Jose O'Farrell", ['person', "Jose O'Farrell"])).toEqual([
      'José\nO’Farrell/0 proposed',
      "Jose O'Farrell/0 proposed",
    ]);
  });

  it('leaves a surname to a namesake nobody has named', () => {
    expect(mentions('Erik Lindqvist sings. Lindqvist is 30.', person)).toEqual([]);
  });

  it('leaves a surname to the bearer it is said to tell from another', () => {
    const text =
      'Maria Lindqvist spoke. The elder Lindqvist, her father, was there. Lindqvist left.';
    expect(mentions(text, person)).toEqual(['Maria Lindqvist/0 proposed', 'Lindqvist/0 inferred']);
    expect(mentions(text, person, ['person', 'Olof Lindqvist'])).toContain('Lindqvist/0 inferred');
    expect(mentions(`Olof Lindqvist sat. ${text}`, person, ['person', 'Olof Lindqvist'])).toContain(
      'Lindqvist/1 open',
    );
  });

  it('comes to an end of a very long line', () => {
    const text = 'Maria Lindqvist and Lindqvist left. '.repeat(25_000);
    expect(mentions(text, person)).toHaveLength(50_000);
  });

  it('never takes another word for a name', () => {
    const text = 'In May they may go; on May 5 the mayor, Mayer and Ann May met. May left.';
    expect(mentions(text, ['person', 'Ann May'])).toEqual([
      'May/0 inferred',
      'Ann May/0 proposed',
      'May/0 inferred',
    ]);
  });
});

describe('traps', () => {
  it('takes no state from its people, its language or another state', () => {
    const text =
      'Norwegians and Norwegian envoys left Norway; North Norway, the Norway-led talks and Norway’s offer.';
    expect(mentions(text, ['state', 'Norway'])).toEqual([
      'Norway/0 proposed',
      'Norway/0 proposed',
      'Norway/0 proposed',
    ]);
    expect(mentions('Norwegian envoys left.', ['state', 'Norway', 'Norwegian'])).toEqual([
      'Norwegian/0 proposed',
    ]);
  });

  it('leaves a namesake with another suffix alone', () => {
    const text = 'Ole Lund Jr spoke. Ole Lund listened.';
    expect(mentions(text, ['person', 'Ole Lund'])).toEqual(
      ['Ole Lund/0 proposed', 'Ole Lund/0 proposed'].slice(1),
    );
    expect(mentions(text, ['person', 'Ole Lund Jr'])).toEqual([
      'Ole Lund Jr/0 proposed',
      'Ole Lund/0 inferred',
    ]);
    expect(mentions(text, ['person', 'Ole Lund'], ['person', 'Ole Lund Jr'])).toEqual([
      'Ole Lund Jr/1 proposed',
      'Ole Lund/0 open',
      'Ole Lund/1 open',
    ]);
  });

  it('takes no person from what is named after people, nor from the title of a work', () => {
    const text =
      'Ada Lund Foundation and Lund/Vale were there; “Lund,” a film, and the Ada Lund Prize. Ada Lund left.';
    expect(mentions(text, ['person', 'Ada Lund'])).toEqual(['Ada Lund/0 proposed']);
  });

  it('calls people of Arabic names by a given name where the full one is near', () => {
    const hakim: Spec = ['person', 'Hakim al-Rashidi'];
    expect(
      mentions('Hakim al-Rashidi came. Hakim spoke; Rashidi and Al-Rashidi too.', hakim),
    ).toEqual([
      'Hakim al-Rashidi/0 proposed',
      'Hakim/0 inferred',
      'Rashidi/0 inferred',
      'Al-Rashidi/0 inferred',
    ]);
    expect(mentions('Hakim spoke.', hakim)).toEqual([]);
    expect(mentions('Ada Lund came. Ada spoke.', ['person', 'Ada Lund'])).toEqual([
      'Ada Lund/0 proposed',
    ]);
  });
});

describe('several owners of one surname', () => {
  const family: Spec[] = [
    ['person', 'Kang Dong Il'],
    ['person', 'Kang Sora'],
  ];

  it('is open with a row for each where both are in the article', () => {
    expect(mentions('Kang Dong Il met Kang Sora. Kang spoke.', ...family).slice(2)).toEqual([
      'Kang/0 open',
      'Kang/1 open',
    ]);
  });

  it('is decided by presence, title or form of address', () => {
    expect(mentions('Kang Dong Il came. Kang spoke.', ...family).at(-1)).toBe('Kang/0 inferred');
    expect(
      mentions('Chairman Kang Dong Il met Kang Sora. Chairman Kang spoke.', ...family).slice(2),
    ).toEqual(['Kang/0 inferred']);
    expect(
      mentions('Mr Kang Dong Il met Ms Kang Sora. Ms Kang spoke.', ...family).slice(2),
    ).toEqual(['Kang/1 inferred']);
  });

  it('is open where the article names neither', () => {
    expect(mentions('Yesterday Kang spoke.', ...family)).toEqual(['Kang/0 open', 'Kang/1 open']);
  });
});

describe('names of states and organisations', () => {
  it('takes whole words only, in their order, longest first', () => {
    const text =
      'Japanese envoys left Japan for South Korea; Japan-led talks in Korea, Koreans said.';
    expect(mentions(text, ['state', 'Japan'], ['state', 'Korea'])).toEqual([
      'Japan/0 proposed',
      'Japan/0 proposed',
      'Korea/1 proposed',
    ]);
  });

  it('writes an acronym as one', () => {
    expect(
      mentions(
        'Who told us that the U.S. and the WHO met in the US?',
        ['state', 'US'],
        ['organisation', 'WHO'],
      ),
    ).toEqual(['U.S./0 proposed', 'WHO/1 proposed', 'US/0 proposed']);
  });

  it('keeps a name that counts nowhere out, with the longer place it covers', () => {
    const never = { name: 'Lisbon Treaty', scope: 'never', article: null } as const;
    expect(mentions('Lisbon hailed the Lisbon Treaty.', ['state', 'Lisbon', never])).toEqual([
      'Lisbon/0 proposed',
    ]);
  });

  it('counts a name for one article in that article only', () => {
    const here = { name: 'the Office', scope: 'article', article: 1 } as const;
    const elsewhere = { ...here, article: 2 };
    expect(mentions('The Office said', ['organisation', here])).toEqual(['Office/0 proposed']);
    expect(mentions('The Office said', ['organisation', elsewhere])).toEqual([]);
  });

  it('reads an apostrophe inside a name', () => {
    const text = 'The Teachers’ Union and Riley’s Coffee House; Riley’s aides, teachers’ union.';
    const names: Spec[] = [
      ['organisation', "Teachers' Union"],
      ['organisation', "Riley's Coffee House"],
    ];
    expect(mentions(text, ...names)).toEqual([
      'Teachers’ Union/0 proposed',
      'Riley’s Coffee House/1 proposed',
    ]);
  });

  it('takes regular-expression characters as they are', () => {
    expect(mentions('Group (.*) and C++ [A-Z]', ['other', 'C++ [A-Z]'])).toEqual([]);
  });
});

describe('Japanese, Chinese and Korean', () => {
  it('finds names without spaces, and family names before a title', () => {
    expect(
      mentions(
        '山本花子首相は日本人と日本で会談した。山本首相は述べた。',
        ['person', '山本花子'],
        ['state', '日本'],
      ),
    ).toEqual(['山本花子/0 proposed', '日本/1 proposed', '山本/0 inferred']);
  });

  it('does not cut a katakana word', () => {
    expect(
      mentions('アンナ・リンドは言った。リンドバーグではない。リンド氏', [
        'person',
        'アンナ・リンド',
      ]),
    ).toEqual(['アンナ・リンド/0 proposed', 'リンド/0 inferred']);
  });

  it('knows Korean particles', () => {
    expect(
      mentions('박민수는 말했다. 박민수가 왔다. 박민수진은 다르다. 박 장관은', [
        'person',
        '박민수',
      ]),
    ).toEqual(['박민수/0 proposed', '박민수/0 proposed', '박/0 inferred']);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames } from './find-names.ts';

/** "kind words" of every name. */
const found = (text: string) => findNames(text).map(({ kind, text: words }) => `${kind} ${words}`);

describe('findNames', () => {
  it.each([
    [
      'a people, an office and a name',
      'Norwegian Foreign Minister Una Bell left.',
      ['person Una Bell'],
    ],
    [
      'an office with a place',
      'Then the Minister for Norway Una Bell spoke.',
      ['place Norway', 'person Una Bell'],
    ],
    [
      'a state and its office',
      'It was US Secretary of State Una Bell.',
      ['place US', 'person Una Bell'],
    ],
    [
      'a surname that is a title too',
      'Then Ruth King spoke, and King left.',
      ['person Ruth King', 'person King'],
    ],
    [
      'the body somebody is an officer of',
      'Then Una Bell, Chair of the National Reform Party, left.',
      ['person Una Bell', 'organisation National Reform Party'],
    ],
    ['a vessel, which acts for nobody', 'They took the survey boat Heron. The Heron sank.', []],
    ['a state at another time', 'The men of Imperial Norway left.', ['place Norway']],
    ['a given name that is a month', 'He met Jan Moss on Jan 4.', ['person Jan Moss']],
    ['a family name in capitals', 'There QUINN Orla spoke.', ['person QUINN Orla']],
    ['an ordinal before a unit', 'The 3rd Battalion left.', ['organisation 3rd Battalion']],
    [
      'a firm by its legal form',
      'Then Ann Moss Motor Co. fell.',
      ['organisation Ann Moss Motor Co'],
    ],
    ['a firm of partners', 'Then Lund & Moss fell.', ['organisation Lund & Moss']],
    ['an agency without a word that says so', 'She told Kyodo.', ['organisation Kyodo']],
    ['a town before its state', 'He lives in Mossby, Neb. now.', ['place Mossby', 'place Neb']],
    ['a part of a state', 'He went to Northern Norway.', ['place Northern Norway']],
    ['a state named after a people', 'It was the Czech Republic.', ['place Czech Republic']],
    [
      'a person of a place after an office',
      'Council President Una Bell of Norway left.',
      ['person Una Bell', 'place Norway'],
    ],
    [
      'an airline',
      'He banned the airline Lund Quarrow. Then Lund Quarrow flew on.',
      ['organisation Lund Quarrow', 'organisation Lund Quarrow'],
    ],
    [
      'a firm by what is said beside it',
      'Then Quarrow Moss, a small Norwegian airline, fell.',
      ['organisation Quarrow Moss'],
    ],
    [
      'a railway',
      'He was late because Lundby Railways was late.',
      ['organisation Lundby Railways'],
    ],
    [
      'an outlet by its ending',
      'She told Lundynews that he left. Lundynews had asked.',
      ['organisation Lundynews', 'organisation Lundynews'],
    ],
    [
      'a capital inside a word',
      'She told LundSoft so. They flew with LundSoft.',
      ['organisation LundSoft', 'organisation LundSoft'],
    ],
    ['a paper and its photographer', 'It was seen (Ledger/Una Bell) there.', ['person Una Bell']],
    [
      'what somebody is, called by the name alone elsewhere',
      'Then Harbour Porter Fennimo Quarrow left. They met Fennimo Quarrow there.',
      ['person Fennimo Quarrow', 'person Fennimo Quarrow'],
    ],
    [
      'a pair of two people',
      'Then Una Bell and Tobias Moss won. The Bell-Moss years began.',
      ['person Una Bell', 'person Tobias Moss'],
    ],
    [
      'the label of a line',
      'It was Una Bell there.\nImage: Tobias Moss.',
      ['person Una Bell', 'person Tobias Moss'],
    ],
    ['what somebody is before the name', 'Then Democrat Una Bell left.', ['person Una Bell']],
    [
      'those around a person',
      'Then Una Bell spoke for the Bell Administration.',
      ['person Una Bell', 'person Bell'],
    ],
    [
      'a minister of several things',
      'Then the Minister of Housing and Local Government Una Bell left.',
      ['person Una Bell'],
    ],
    [
      'a party and a seat',
      'Then Una Bell (ABC-Mossby) spoke.',
      ['person Una Bell', 'organisation ABC', 'place Mossby'],
    ],
    ['a word for many of a kind', 'Then all NGOs and some MPs left.', []],
    [
      'those of a list alike',
      'It rained in Oslo, Fennimo and Quarrow.',
      ['place Oslo', 'place Fennimo', 'place Quarrow'],
    ],
    [
      'people of a list alike',
      'He met Una Bell, Fennimo and Quarrow there.',
      ['person Una Bell', 'person Fennimo', 'person Quarrow'],
    ],
    ['a title of a work over two lines', 'He wrote "The Boats of\nBergen" and left.', []],
    [
      'a town named after a people',
      'He lives in Norwegian Wells. In Norwegian Wells it rained.',
      ['place Norwegian Wells', 'place Norwegian Wells'],
    ],
    ['a place before what is held there', 'Then the Oslo Games began.', ['place Oslo']],
    ['a state behind another word', 'Members of Imperial Norway left.', ['place Norway']],
    [
      'a name with an accent for an apostrophe',
      'He lives in San`a, Yemen.',
      ['place San`a', 'place Yemen'],
    ],
    ['letters after a name', 'Then Una Bell QC left.', ['person Una Bell']],
    ['a name of several particles', 'Then Una van der Moss left.', ['person Una van der Moss']],
    ['a calling that opens a sentence', 'Novelist Una Bell left.', ['person Una Bell']],
    [
      'a body of many',
      "He left the People's Front for Mossby now.",
      ["organisation People's Front for Mossby"],
    ],
    [
      'clubs by a score and by their roles',
      'Then Mossby beat champions Lundby Rovers 2-1. Mossby manager Una Bell left.',
      [
        'organisation Mossby',
        'organisation Lundby Rovers',
        'organisation Mossby',
        'person Una Bell',
      ],
    ],
    [
      'a club named after its town',
      'Then Hamburg beat Dortmund 2-1. Hamburg coach Una Bell left.',
      ['Hamburg', 'Dortmund', 'Hamburg']
        .map((name) => `organisation ${name}`)
        .concat('person Una Bell'),
    ],
    ['a town with no club', 'He left Hamburg on May 2.', ['place Hamburg']],
    [
      'a given name before a verb',
      'It was so. Ruth Bell left. Ruth was tired.',
      ['person Ruth Bell', 'person Ruth'],
    ],
    ['an adjective before a state', 'The heirs of Imperial Russia met in Soviet Norway.', []],
  ])('reads %s', (_what, text, expected) => {
    const names = found(text);
    for (const name of expected) expect(names).toContain(name);
    if (expected.length > 0) expect(names.length).toBe(expected.length);
  });

  it('finds the names of the body again in a heading, and no others', () => {
    const text = `TALKS FAIL AS BELL LEAVES

Una Bell left the hall. Later Bell said that she would come back to the talks.`;
    expect(found(text)).toEqual(['person BELL', 'person Una Bell', 'person Bell']);
  });

  it('takes a capital that only opens a sentence for no name', () => {
    expect(found('Showers fell. Recalling them, nobody spoke. Thirteen boats sank.')).toEqual([]);
  });

  it('ends a name before capitals without end are compared with each other', () => {
    for (const { key } of findNames('Una Bell '.repeat(2000))) {
      expect(key.split(' ').length).toBeLessThanOrEqual(48);
    }
  });

  it('comes to an end of very many short lines', () => {
    expect(findNames(`Una Bell left.\n${' a\n '.repeat(60_000)}`)).toHaveLength(1);
  });

  it('takes no longer than the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const { start, end, text: words } of findNames(text)) {
          expect(text.slice(start, end)).toBe(words);
        }
      }),
    );
  });

  it('reads the cells of a table each by itself, where a capital tells nothing', () => {
    const rows = [
      ['Member', 'First reading', 'Second reading'],
      ['Ruth Bell', 'Voted no', 'Voted yes'],
      ['Peter Vane', 'Voted yes', 'Voted yes'],
      ['Ruth Moss', 'Voted no', 'Norway'],
    ];
    const table = rows.map((row) => row.join('\t')).join('\n');
    const names = ['person Ruth Bell', 'person Peter Vane', 'person Ruth Moss', 'place Norway'];
    expect(found(`They voted on Monday.\n\n${table}\n`)).toEqual(names);
    const wrapped = 'so that the\nlines break, and on\nand on until the\nend of it';
    expect(found(`It was ${wrapped}.\n${table}\n`)).toEqual(names);
  });
});

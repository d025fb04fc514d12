import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeStatements } from './propose-statements.ts';

/** "speaker: words" of every proposal of a kind. */
const proposed = (text: string, kind = 'direct') =>
  proposeStatements(text)
    .filter((item) => item.kind === kind)
    .map(({ start, end, speaker }) => `${speaker.name}: ${text.slice(start, end)}`);

describe('quotations', () => {
  it.each([
    ['“We agreed,” Orla Quinn said.', ['Orla Quinn: We agreed,']],
    ['“We agreed,” said Foreign Minister Orla Quinn.', ['Orla Quinn: We agreed,']],
    ['Orla Quinn said: “We agreed at last.”', ['Orla Quinn: We agreed at last.']],
    ['According to Orla Quinn, the talks were “long and open”.', ['Orla Quinn: long and open']],
    ['«We agreed», Orla Quinn told reporters in Oslo.', ['Orla Quinn: We agreed']],
    ['“We agreed,” a senior official said.', ['senior official: We agreed,']],
  ])('%s', (text, expected) => {
    expect(proposed(text)).toEqual(expected);
  });

  it('gives the second half of a split quotation to the same speaker', () => {
    const text = '“We agreed,” Orla Quinn said. “It took all night.”';
    expect(proposed(text)).toEqual(['Orla Quinn: We agreed,', 'Orla Quinn: It took all night.']);
  });

  it('gives a surname its full name and a pronoun its person', () => {
    const text = `Orla Quinn said she would stay. Tom Vale left. “We agreed,” she said.
“Not quite,” Vale said.`;
    expect(proposed(text)).toEqual(['Orla Quinn: We agreed,', 'Tom Vale: Not quite,']);
  });

  it('gives an office its last holder', () => {
    const text = 'President Tom Vale met aides. “Not now,” the president said.';
    expect(proposed(text)).toEqual(['Tom Vale: Not now,']);
  });

  it('takes nobody named inside a quotation for its speaker', () => {
    const text = '“Ruth Bell said no,” Orla Quinn said.';
    expect(proposed(text)).toEqual(['Orla Quinn: Ruth Bell said no,']);
  });

  it.each([
    ['“We agreed,” the commission said.', ['commission: We agreed,']],
    ['Ruth Bell, a senior official of the union, said: “No.”', ['Ruth Bell: No.']],
    ['The mayor of Oslo, Ruth Bell, told us: “No.”', ['Ruth Bell: No.']],
    ['The plan was described by Ruth Bell as “a mistake”.', ['Ruth Bell: a mistake']],
    ['According to Ruth Bell, Tom Vale offered “strong words”.', ['Ruth Bell: strong words']],
    ['Tom Vale congratulated Ruth Bell, saying “well done”.', ['Tom Vale: well done']],
    ['The study was led by Ruth Bell, who said “it is over”.', ['Ruth Bell: it is over']],
    ['“It is over,” said Velis Institute astronomer Ruth Bell.', ['Ruth Bell: It is over,']],
    ['Tom Vale was known as “the fox”.', []],
    ['It was a moon called “Ariel”, and a storm called a “depression”.', []],
  ])('reads %s', (text, expected) => {
    expect(proposed(text)).toEqual(expected);
  });

  it('gives a bare surname to the one of that name met so far, and leaves it bare for two', () => {
    const text = 'Tom Vale left. “Yes,” Vale said. His sister Ruth Vale came. “No,” Vale said.';
    expect(proposed(text)).toEqual(['Tom Vale: Yes,', 'Vale: No,']);
  });

  it('leaves a quotation without a speaker alone', () => {
    expect(proposed('The sign read “closed for repairs”.')).toEqual([]);
  });

  it('reads Japanese', () => {
    const text = '山本花子首相は「対話を続ける」と述べた。「残念だ」と田中一郎外相は語った。';
    expect(proposed(text)).toEqual(['山本花子: 対話を続ける', '田中一郎: 残念だ']);
  });
});

describe('reported sentences', () => {
  it.each([
    'By Orla Quinn Published 3 months ago 4 min read',
    'By Orla Quinn, who reported from Oslo and wrote the book.',
    'Story by Orla Quinn, who writes about quays for a living.',
  ])('proposes no byline: %s', (byline) => {
    expect(proposeStatements(`A quay opens\n\n${byline}\n\nThe quay was opened today.`)).toEqual(
      [],
    );
  });

  it('proposes what stands behind a date that begins with “by”', () => {
    const text = 'By Friday Orla Quinn said the quay would be open to all.';
    expect(proposed(text, 'paraphrase')).toEqual([`Orla Quinn: ${text}`]);
  });

  it.each([
    'OSLO — ',
    'NEW YORK, May 4 (Fjord Wire) -- ',
    'OSLO, May 4 – ',
    'Oslo (Fjord Wire) — ',
    'OSLO/GENEVA (Fjord Wire) - ',
  ])('leaves out what a report opens with: %s', (dateline) => {
    const words = 'The border would stay open, Orla Quinn said on Tuesday.';
    expect(proposed(`${dateline}${words}`, 'paraphrase')).toEqual([`Orla Quinn: ${words}`]);
  });

  it('leaves capitals and dashes that open no report', () => {
    for (const words of [
      'NATO – and not only it – would stay, Orla Quinn said on Tuesday.',
      'UN talks will go on, Orla Quinn said on Tuesday.',
    ])
      expect(proposed(words, 'paraphrase')).toEqual([`Orla Quinn: ${words}`]);
  });

  it('proposes paraphrases and claims as whole sentences', () => {
    const text =
      'Orla Quinn said on Monday that talks would go on. According to Tom Vale, nobody left the room.';
    expect(proposed(text, 'paraphrase')).toEqual([
      'Orla Quinn: Orla Quinn said on Monday that talks would go on.',
    ]);
    expect(proposed(text, 'claim')).toEqual([
      'Tom Vale: According to Tom Vale, nobody left the room.',
    ]);
  });
});

it('names actors the library knows, and shows the words it read them from', () => {
  const text = '“We agreed,” Quinn said.';
  const known = [{ start: 13, end: 18, actorId: 'q', name: 'Orla Quinn', isPerson: true }];
  const [item] = proposeStatements(text, known);
  expect(item?.speaker).toEqual({ name: 'Orla Quinn', actorId: 'q' });
  expect(text.slice(item?.evidence.start, item?.evidence.end)).toBe('Quinn said');
});

it('answers with ranges of the text for any text', () => {
  const parts = fc.constantFrom(
    '“',
    '”',
    '"',
    '「',
    '」',
    ' said ',
    'Orla Quinn',
    '. ',
    '\n',
    '😀',
    'と述べた',
    'he ',
    'the president',
    ', ',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 30 }), (list) => {
      const text = list.join('');
      for (const { start, end, evidence } of proposeStatements(text)) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(evidence.start).toBeLessThan(evidence.end);
        expect(evidence.end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});

it.each([
  ['marks that are never closed', '「はい'.repeat(60_000)],
  ['marks that close nothing', '「」”'.repeat(40_000)],
  [
    'the same people over and over',
    'Seo Ha Neul, Seo Ha Rin and Seo Min Ah said that Seo met Seo. '.repeat(2500),
  ],
])('comes to an end of %s', (_name, text) => {
  expect(Array.isArray(proposeStatements(text))).toBe(true);
});

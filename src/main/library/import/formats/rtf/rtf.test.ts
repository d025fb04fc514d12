import { expect, it } from 'vitest';
import { parseFile } from '../../parse.ts';
import { readRtf } from './rtf.ts';

const blocksOf = (source: string) => {
  const { text, blocks } = readRtf(source);
  return blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
};

it('becomes paragraphs, headings, list items and table rows', () => {
  expect(
    blocksOf(
      String.raw`{\rtf1\ansi{\fonttbl{\f0 Times;}}{\info{\title Template}{\author A}}{\header Page head}
\pard\outlinelevel0 Ferry vote\par
\pard They {\b voted} on \'93the crossing\'94.\line Twice.\par
\pard\ls1{\listtext\tab 1.}First\par
\pard\intbl Year\cell 2026\cell\row
\pard{\pict 89504e47}Last{\*\unknown hidden}\par}`,
    ),
  ).toEqual([
    ['heading', 'Ferry vote'],
    ['paragraph', 'They voted on “the crossing”.\nTwice.'],
    ['list-item', 'First'],
    ['table-row', 'Year\t2026'],
    ['paragraph', 'Last'],
  ]);
});

it('joins the halves of a character that RTF writes apart', () => {
  expect(
    blocksOf(String.raw`{\rtf1\ansi The \u-10179?\u-8704?\u-10179?\u-8703? smiles.\par}`),
  ).toEqual([['paragraph', 'The 😀😁 smiles.']]);
});

it('leaves out what a tracked change deleted, and reads the words of text boxes', () => {
  const box = String.raw`{\shp{\*\shpinst\shpleft0{\sp{\sn fillColor}{\sv 255}}{\shptxt \pard In a box.\par}}{\shprslt In a box.}}`;
  const source = String.raw`{\rtf1 The board {\deleted never }{\revised finally }voted.\par ${box}After it.\par}`;
  expect(blocksOf(source).map(([, text]) => text)).toEqual([
    'The board finally voted.',
    'In a box.',
    'After it.',
  ]);
});

it('reads Unicode with its fallbacks, and code pages by font', () => {
  expect(readRtf(String.raw`{\rtf1\ansi\ansicpg1252\uc1 Caf\u233?\u8212- \'e9}`).text).toBe(
    'Café— é',
  );
  expect(readRtf(String.raw`{\rtf1{\fonttbl{\f1\fcharset128 MS;}}\f1\'93\'fa\'96\'7b}`).text).toBe(
    '日本',
  );
  expect(readRtf(String.raw`{\rtf1\ansicpg1251 \'d1\'ee\'e2\'e5\'f2}`).text).toBe('Совет');
});

it('marks emphasis and links', () => {
  const { text, marks } = readRtf(
    String.raw`{\rtf1 See {\field{\*\fldinst HYPERLINK "https://a.example/x"}{\fldrslt the \i minutes}} or {\field{\*\fldinst HYPERLINK "file:///etc/passwd"}{\fldrslt this}}.}`,
  );
  expect(text).toBe('See the minutes or this.');
  expect(marks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['link', 'the minutes'],
    ['emphasis', 'minutes'],
  ]);
});

it('keeps footnotes behind the text, and headings and quotations by the names of their styles', () => {
  expect(
    blocksOf(
      String.raw`{\rtf1{\stylesheet{\s0 Normal;}{\s2\ilvl1\outlinelevel1{\*\keycode x} Heading 2;}{\*\cs3 Title;}{\s43 Quotations;}{\s56 Title;}}{\info{\author A}{\author B}}
\pard\plain\s56 Ferry vote\par
\pard\plain{\listtext\pard\plain\tab}\s2\ls1 The board\par
\pard They voted.{\super\chftn{\*\footnote\chftn\pard\plain\s43 By five to four.\par Twice.}} Again.{\super\chftn}{\*\footnote\chftn\~ In May.\par}\par
\pard\plain\s43 A small thing.\par
\pard\bullet\tab One crossing\par}`,
    ),
  ).toEqual([
    ['heading', 'Ferry vote'],
    ['heading', 'The board'],
    ['paragraph', 'They voted.[1] Again.[2]'],
    ['quote', 'A small thing.'],
    ['list-item', '• One crossing'],
    ['list-item', 'By five to four.\nTwice.'],
    ['list-item', 'In May.'],
  ]);
  const marked = readRtf(String.raw`{\rtf1 Voted.{\super\chftn{\footnote\chftn\b\i By five.}}}`);
  expect(marked.marks.map(({ kind }) => kind)).toEqual(['superscript', 'strong', 'emphasis']);
});

it('survives nesting, bad controls and a cut file', async () => {
  expect(readRtf(`{\\rtf1 ${'{'.repeat(100_000)}deep`).text).toBe('deep');
  expect(readRtf(String.raw`{\rtf1 a}}}} b\'zz\ c\u99999999? \bin99999 rest`).text).toContain('b');
  const bytes = Buffer.from(String.raw`{\rtf1`);
  await expect(parseFile({ name: 'cut.rtf', bytes })).rejects.toMatchObject({
    code: 'damaged-file',
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trickyText } from '../../../../shared/text/tricky-text.ts';
import { canonicalText } from './canonical.ts';
import { plainBlocks } from './plain-blocks.ts';

const never = () => false;
const parts = (text: string, isPrompt: (line: string) => boolean = never) =>
  plainBlocks(text, isPrompt).map(({ start, end, kind }) => [kind, text.slice(start, end)]);

const wrapped = `The ferry company said that its two ships had been taken
out of service for repairs which would last until spring.`;
const setIn = `    A spokesman for the harbour said that other ships would
call at the island twice a week until they are back.`;

describe('blocks of plain text', () => {
  it('are lines, the short first one a heading', () => {
    const text = 'Ferries stop\n\nThe harbour closed on Monday.\nNobody said why.';
    expect(parts(text)).toEqual([
      ['heading', 'Ferries stop'],
      ['paragraph', 'The harbour closed on Monday.'],
      ['paragraph', 'Nobody said why.'],
    ]);
  });

  it('join lines broken at a fixed width', () => {
    expect(parts(`Title\n\n${wrapped}`)).toEqual([
      ['heading', 'Title'],
      ['paragraph', wrapped],
    ]);
  });

  it('begin a paragraph at a line that is set in, as wire copy does', () => {
    expect(parts(`${wrapped}\n${setIn}`)).toEqual([
      ['paragraph', wrapped],
      ['paragraph', setIn.trimStart()],
    ]);
  });

  it('begin one at a line that is set in further, where all lines are set in', () => {
    const paragraph = (text: string) =>
      text
        .split('\n')
        .map((line, index) => `${index === 0 ? '     ' : '  '}${line.trim()}`)
        .join('\n');
    const all = [wrapped, setIn, wrapped].map(paragraph);
    expect(parts(all.join('\n')).map(([, text]) => text)).toEqual(
      all.map((text) => text.trimStart()),
    );
  });

  it('keep a quotation that is set in as a whole together', () => {
    const quoted = setIn.replace('\n', '\n    ');
    expect(parts(quoted)).toEqual([['paragraph', quoted.trimStart()]]);
  });

  it('keep list items apart, with the lines that carry them on', () => {
    const items = [
      '- the first ship is to be back in service before the end of',
      'the winter, if the yard keeps to what it has promised so far',
      '- the second one in spring',
    ];
    expect(parts(items.join('\n'))).toEqual([
      ['list-item', `${items[0]}\n${items[1]}`],
      ['list-item', items[2]],
    ]);
  });

  it('leave short lines apart: addresses, verse, tables', () => {
    const verse = 'The tide is in\nthe boats are out\nnobody waits on the quay';
    expect(parts(verse).map(([, line]) => line)).toEqual(verse.split('\n'));
  });

  it('take no prompt for a heading', () => {
    const long = 'Words of a long paragraph. '.repeat(8).trim();
    const text = `Title\n\nSign up\n\n${long}\n\nNews\n\n${long}`;
    const kinds = parts(text, (line) => line === 'Sign up').map(([kind]) => kind);
    expect(kinds).toEqual(['heading', 'paragraph', 'paragraph', 'heading', 'paragraph']);
  });

  it('are in order, apart, and hold all but white space', () => {
    const line = fc.oneof(trickyText, fc.constantFrom(wrapped, setIn, '- item', '***', '  x'));
    const text = fc.array(line, { maxLength: 12 }).map((lines) => canonicalText(lines.join('\n')));
    fc.assert(
      fc.property(text, (words) => {
        let at = 0;
        for (const { start, end } of plainBlocks(words, never)) {
          expect(words.slice(at, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(words.slice(at).trim()).toBe('');
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { proposeActors } from './propose.ts';

const propose = (text: string) => proposeActors({ text, taken: [] });

/** "kind name ×mentions". */
const lines = (text: string) =>
  propose(text).map(({ kind, name, mentions }) => `${kind} ${name} ×${mentions}`);

describe('proposeActors', () => {
  it('tells people, states and organisations apart and groups the ways they are written', () => {
    const text = `Norwegian Foreign Minister Maria Lindqvist met envoys of the World Trade Forum (WTF)
      in Norway on Monday. "We agreed," Lindqvist said. The WTF welcomed it. Later Lindqvist Maria flew
      to the United States; the U.S. had asked for it.`;
    const proposed = propose(text);
    expect(proposed.map(({ kind, name, mentions }) => [kind, name, mentions])).toEqual([
      ['person', 'Maria Lindqvist', 3],
      ['organisation', 'World Trade Forum', 3],
      ['state', 'United States', 2],
      ['state', 'Norway', 1],
    ]);
    expect(proposed[0]?.names).toEqual(['Maria Lindqvist', 'Lindqvist Maria']);
    expect(proposed[1]?.names).toEqual(['World Trade Forum', 'WTF']);
    expect(proposed[2]?.names).toContain('U.S.');
    for (const { evidence } of proposed) {
      for (const { start, end } of evidence) {
        expect(text.slice(start, end)).toMatch(/^\p{Lu}[\p{L}.\s]*$/u);
      }
    }
  });

  it('groups spellings with and without hyphens', () => {
    expect(lines('Then Park Min-soo left. Here Park Min Soo spoke, and Park smiled.')).toEqual([
      'person Park Min-soo ×3',
    ]);
  });

  it('proposes nobody of whom only "the elder" is said', () => {
    const text = 'Here Ruth Vale spoke. The elder Vale was ill; the elder Vale had left.';
    expect(lines(text)).toEqual(['person Ruth Vale ×1']);
  });

  it('takes no first word of a sentence, no weekday and no people for a name', () => {
    expect(lines('Talks ended. Japanese envoys left on Monday. Nothing more is known.')).toEqual(
      [],
    );
  });

  it('leaves out what already has an owner', () => {
    const text = 'Then Maria Lindqvist spoke.';
    expect(proposeActors({ text, taken: [{ start: 5, end: 20 }] })).toEqual([]);
  });

  it('reads names before titles in Japanese and Korean', () => {
    const japanese = '日本の山本花子首相は、アンナ・リンド大統領と会談した。';
    expect(lines(japanese).sort()).toEqual(
      ['person アンナ・リンド ×1', 'person 山本花子 ×1', 'state Japan ×1'].sort(),
    );
    expect(lines('박민수 장관은 말했다.')).toEqual(['person 박민수 ×1']);
  });

  it('lists no spelling in capitals beside the same words', () => {
    const [town] = propose(
      'OSLO (Wire) — Officials in Oslo said that Oslo would not pay. OSLO it is.',
    );
    expect(town?.names).toEqual(['Oslo']);
  });

  it('knows two bodies with "and" between them for two', () => {
    const text =
      'The leader of the farmers, Mira Okafor, wrote to the Center for Fair ' +
      'Trade and Center for Open Seas, and worked at the University of Velis and Moss Expeditions.';
    expect(lines(text).sort()).toEqual([
      'organisation Center for Fair Trade ×1',
      'organisation Center for Open Seas ×1',
      'organisation Moss Expeditions ×1',
      'organisation University of Velis ×1',
      'person Mira Okafor ×1',
    ]);
  });

  it('reads any text', () => {
    for (const text of [
      '',
      ' ',
      'A',
      '😀 \ud800 \u0000',
      '('.repeat(1000),
      'Mr. Mr. Mr.',
      'U.S.U.S.U.S.',
    ]) {
      expect(() => propose(text)).not.toThrow();
    }
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bold } from './test-content.ts';
import { content, paragraph } from './content.ts';
import { coverage, createCoverage } from './coverage.ts';
import { readDocument } from './document-text.ts';
import { contentFromMarkdown } from './markdown/read.ts';

const states = (markdown: string, gone: readonly string[] = []) =>
  coverage(readDocument(contentFromMarkdown(markdown)), (id) => !gone.includes(id)).sentences.map(
    ({ text, state }) => `${state}: ${text}`,
  );

describe('coverage', () => {
  it.each([
    ['inside the sentence', 'It sails [@a] today. Nobody comes.'],
    ['before the full stop', 'It sails today[@a]. Nobody comes.'],
    ['after the full stop', 'It sails today.[@a] Nobody comes.'],
    ['after the full stop and a space', 'It sails today. [@a] Nobody comes.'],
    ['without any space', 'It sails today.[@a]Nobody comes.'],
    ['at the end of the paragraph', 'It sails today.[@a]\n\nNobody comes.'],
  ])('gives a citation %s to its own sentence', (_, markdown) => {
    const [first, second] = states(markdown);
    expect(first).toMatch(/^cited: It sails\s+today\.$/);
    expect(second).toBe('needs-source: Nobody comes.');
  });

  it('takes a sentence that names an open gap for the writer’s own', () => {
    const { sentences } = coverage(
      readDocument(
        contentFromMarkdown(
          'Who pays?[@gap] It sails.\n\n## Gaps\n\nNobody says why.\n\n### Deeper\n\nNor when.\n\n## Next\n\nIt ends.',
        ),
      ),
      () => true,
    );
    expect(sentences.map(({ state, gap }) => [state, gap ?? false])).toEqual([
      ['judgement', true],
      ['needs-source', false],
      ['judgement', true],
      ['judgement', true],
      ['needs-source', false],
    ]);
  });

  it('takes a sentence under a heading of gaps for no gap once it is cited', () => {
    const read = readDocument(contentFromMarkdown('## Gaps\n\nIt sails.[@a] Nobody pays.'));
    const { sentences } = coverage(read, () => true);
    expect(sentences.map(({ state, gap }) => [state, gap])).toEqual([
      ['cited', undefined],
      ['judgement', true],
    ]);
  });

  it('says how the passages of a sentence bear on it', () => {
    const read = readDocument(contentFromMarkdown('It sails.[@a, supports][@b, contradicts][@c]'));
    expect(coverage(read, () => true).sentences[0]?.stances).toEqual({
      a: 'supports',
      b: 'contradicts',
    });
  });

  it.each([
    ['“We wait,”[@a] the pilot said.', 1],
    ['“We wait,”[@a] Orr told the harbour office on Monday.', 1],
    ['“We wait”[@a] Orr, who runs the port, said.', 1],
    ['“We wait,”[@a] Nobody knows why.', 2],
    ['“We wait,”[@a] But the boats left.', 2],
    ['“We wait”[@a] Also the boats.', 1],
    ['“We wait.”[@a] Nobody knows why.', 2],
    ['Ada Orr: “We wait”[@a] Nobody knows why.', 2],
    ['He is called “Captain”[@a] Orr by all.', 1],
  ])(
    'knows where a sentence begins behind a quotation that ends in a comma: %s',
    (words, count) => {
      const found = states(words);
      expect(found).toHaveLength(count);
      expect(found[0]).toMatch(/^cited/);
      if (count > 1) expect(found[1]).toMatch(/^needs-source/);
    },
  );

  it('parts sentences at a citation without spaces behind what closes the first', () => {
    expect(states('(It sails.)[@a]Nobody comes.')).toEqual([
      'cited: (It sails.)',
      'needs-source: Nobody comes.',
    ]);
  });

  it('parts Japanese sentences at the citation', () => {
    expect(states('船は出た。[@a]誰も来なかった。')).toEqual([
      'cited: 船は出た。',
      'needs-source: 誰も来なかった。',
    ]);
  });

  it('does not count headings, labels, code and column names', () => {
    expect(
      states(
        '# Title\n\nSources:\n\n```\nlet a = 1.\n```\n\n| Who | Says |\n|-|-|\n| Ada | It sails. |',
      ),
    ).toEqual(['needs-source: It sails.']);
    expect(states('What the harbour board has to decide:\n\n出典：\n\nIt sails:')).toEqual([]);
    expect(
      states(`${'Words that go on and on, far beyond any label, '.repeat(2)}until here:`),
    ).toHaveLength(1);
    expect(states('| Who[@a] | Says |\n|-|-|\n| Ada[@b] | It sails. |')).toEqual([
      'cited: Ada',
      'needs-source: It sails.',
    ]);
    const labels = content(paragraph(bold('Next steps')), paragraph(bold('It sails.')));
    expect(coverage(readDocument(labels), () => true).total).toBe(1);
  });

  it('counts list items and quotations', () => {
    expect(states('- One ship\n- Two ships[@a]\n\n> Nobody comes.')).toEqual([
      'needs-source: One ship',
      'cited: Two ships',
      'needs-source: Nobody comes.',
    ]);
  });

  it('never parts a quotation', () => {
    expect(states('She said: “It is over. We go home. Now.”[@a] They left.')).toEqual([
      'cited: She said: “It is over. We go home. Now.”',
      'needs-source: They left.',
    ]);
  });

  it('knows the judgement marker and sentences that say they are a judgement', () => {
    expect(states('It will sail.[@judgement] We judge that it sinks. We sail today.')).toEqual([
      'judgement: It will sail.',
      'judgement: We judge that it sinks.',
      'needs-source: We sail today.',
    ]);
    expect(states('It will sail.[@judgement][@a]')).toEqual(['cited: It will sail.']);
  });

  it('takes a citation of a lost passage for no source', () => {
    expect(states('It sails.[@a] It sinks.[@b]', ['b'])).toEqual([
      'cited: It sails.',
      'needs-source: It sinks.',
    ]);
  });

  it('counts what is sourced', () => {
    const read = readDocument(contentFromMarkdown('A ship.[@a] A boat. A raft.[@judgement]'));
    expect(coverage(read, () => true)).toMatchObject({ sourced: 1, total: 3 });
  });

  it('gives the same after every change, whether it remembers the blocks or not', () => {
    const remembering = createCoverage();
    const blocks = fc.array(
      fc.constantFrom(
        'It sails.[@a]',
        'It sails. It[@b] sinks.',
        '“A. B.” C.',
        '# H',
        '- L[@a]',
        '[@c]',
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(blocks, (parts) => {
        const read = readDocument(contentFromMarkdown(parts.join('\n\n')));
        expect(remembering(read, (id) => id !== 'b')).toEqual(coverage(read, (id) => id !== 'b'));
      }),
    );
  });
});

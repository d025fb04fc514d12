import { describe, expect, it } from 'vitest';
import { articleNames } from './article-names.ts';
import { joinNames, type SampledName } from './join-names.ts';
import { namedActors } from './propose.ts';

/** The names of texts, as a library has them: one row for each key. */
function namesIn(texts: readonly string[]): SampledName[] {
  const rows = texts.flatMap((text, article) =>
    articleNames(namedActors({ text, taken: [] })).map(({ key, kind, spellings, places }) => ({
      key,
      kind,
      sample: { article, articleId: `${article}`, spellings, places, mentions: places.length },
    })),
  );
  return [...Map.groupBy(rows, ({ key }) => key)].map(([key, some]) => ({
    key,
    kind: some[0]?.kind ?? 'other',
    mentions: some.reduce((sum, { sample }) => sum + sample.mentions, 0),
    samples: some.map(({ sample }) => sample),
  }));
}

/** "kind name ×mentions", and how many of them are inferred. */
const lines = (...texts: string[]) =>
  joinNames(namesIn(texts)).map(
    ({ kind, name, mentions, inferred }) =>
      `${kind} ${name} ×${mentions}${inferred > 0 ? `, ${inferred} inferred` : ''}`,
  );

describe('joinNames', () => {
  it('joins whole names over all articles, in either order and with or without hyphens', () => {
    expect(lines('Then Park Min-soo left.', 'Here Park Min Soo spoke, and Park smiled.')).toEqual([
      'person Park Min-soo ×3',
    ]);
    expect(lines('Then Orla Quinn left.', 'Here QUINN Orla spoke.')).toEqual([
      'person Orla Quinn ×2',
    ]);
  });

  it('joins no short given name, initial or second surname over articles', () => {
    expect(lines('Then Robert Vale left.', 'Here Bob Vale spoke.')).toHaveLength(2);
    expect(lines('Then Robert J. Vale left.', 'Here Robert P. Vale spoke.')).toHaveLength(2);
    expect(lines('Then Ana Lund Moreno left.', 'Here Lund Moreno spoke.')).toHaveLength(2);
  });

  it('infers whose a surname is where an article never gives the whole name, and says so', () => {
    const whole = 'Then Ann Vale left.';
    const surname = 'On Monday Ms Vale spoke. Later Vale left.';
    expect(lines(whole, surname)).toEqual(['person Ann Vale ×3, 2 inferred']);
    const [vale] = joinNames(namesIn([whole, surname, 'Earlier Ms Vale wrote a letter.']));
    expect(vale?.samples.map(({ article }) => article)).toEqual([0]);
    expect(vale?.inferredIn.map(({ article }) => article)).toEqual([1, 2]);
  });

  it('leaves a surname of several out, and a first name to its article', () => {
    const surname = 'On Monday Ms Vale spoke. Later Vale left.';
    expect(lines('Then Ann Vale left.', 'Then Ruth Vale left.', surname)).toEqual([
      'person Ann Vale ×1',
      'person Ruth Vale ×1',
    ]);
    expect(lines('Then Ann Vale left.', 'On Monday Ms Ann spoke. Later Ann left.')).toContain(
      'person Ann Vale ×1',
    );
  });

  it('takes a lone name that is nobody’s surname for one person in all articles', () => {
    const text = 'On Monday Ms Okeke spoke. Later Okeke left.';
    expect(lines(text, text)).toEqual(['person Okeke ×4']);
  });
});

/** Generated news stories and their copies, for tests and benchmarks of duplicates. */

function random(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const syllables =
  'ba be bi bo da de di do ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so ta te ti to va ve vi vo'.split(
    ' ',
  );
const small =
  'the of and to in a that for on with as was by at it from is his her said after before'.split(
    ' ',
  );

function word(pick: () => number): string {
  if (pick() < 0.45) return small[Math.floor(pick() * small.length)] ?? 'the';
  const length = 2 + Math.floor(pick() * 2);
  let made = '';
  for (let index = 0; index < length; index += 1) {
    made += syllables[Math.floor(pick() ** 2 * syllables.length)] ?? 'ba';
  }
  return made;
}

function sentence(pick: () => number): string {
  const words = Array.from({ length: 12 + Math.floor(pick() * 14) }, () => word(pick));
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const paragraph = (pick: () => number): string =>
  Array.from({ length: 3 }, () => sentence(pick)).join(' ');

/** A story of about `paragraphs` × 55 words; the same seed gives the same story. */
export function wireStory(seed: number, paragraphs = 9): string {
  const pick = random(seed + 1);
  const title = sentence(pick).slice(0, 60).replace(/\W+$/, '');
  return [title, ...Array.from({ length: paragraphs }, () => paragraph(pick))].join('\n\n');
}

/**
 * Five copies: another headline, cut by a third, a paragraph added, sentences of each paragraph
 * reordered, cut to its first three tenths.
 */
export function wireCopies(story: string, seed: number): string[] {
  const pick = random(seed + 100_003);
  const [, ...body] = story.split('\n\n');
  const title = sentence(pick).slice(0, 60).replace(/\W+$/, '');
  const reordered = body.map((text) =>
    text
      .split(/(?<=\.) /)
      .toReversed()
      .join(' '),
  );
  return [
    [title, ...body],
    [title, ...body.slice(0, Math.ceil((body.length * 2) / 3))],
    [title, paragraph(pick), ...body],
    [title, ...reordered],
    [title, ...body.slice(0, Math.ceil(body.length * 0.3))],
  ].map((parts) => parts.join('\n\n'));
}

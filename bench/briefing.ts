import { citation, content, heading, paragraph, text } from '../src/shared/briefing/content.ts';
import { createCoverage } from '../src/shared/briefing/coverage.ts';
import { readDocument } from '../src/shared/briefing/document-text.ts';
import { compare, print } from './measure.ts';

const sections = 2000;

/** A briefing of some two hundred pages: 7,600 sentences and 1,900 citations. */
function longBriefing(edited: number) {
  const blocks = Array.from({ length: sections }, (_, section) => {
    if (section % 20 === 0) return heading(2, text(`Part ${section}`));
    const sentence = (n: number) =>
      text(
        `The envoy said “we will open the port” and Mr. Orr did not object to ${section}-${n}${section === edited ? ' now' : ''}. `,
      );
    return paragraph(sentence(0), citation(`id-${section}`), sentence(1), sentence(2), sentence(3));
  });
  return readDocument(content(...blocks));
}

/** Coverage after an edit of one paragraph, beside reading everything again and plain Intl.Segmenter. */
export async function run(): Promise<void> {
  const versions = Array.from({ length: 20 }, (_, index) => longBriefing(index * 50 + 1));
  const incremental = createCoverage();
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const live = () => true;
  const timings = await compare(versions, {
    segmenter: ({ text, blocks }) =>
      blocks.map(({ start, end }) => [...segmenter.segment(text.slice(start, end))].length),
    whole: (document) => createCoverage()(document, live),
    incremental: (document) => incremental(document, live),
  });
  const base = timings.segmenter.median;
  print([
    ['coverage of 200 pages', 'median ms', 'p95 ms', '÷ segmenter'],
    ...Object.entries(timings).map(([name, { median, p95 }]) => [name, median, p95, median / base]),
  ]);
}

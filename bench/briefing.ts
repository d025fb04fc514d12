import { citation, content, heading, paragraph, text } from '../src/shared/briefing/content.ts';
import { createCoverage } from '../src/shared/briefing/coverage.ts';
import { readDocument } from '../src/shared/briefing/document-text.ts';
import { print, time, timingOf } from './measure.ts';

const sections = 2000;
const edits = 80;

function section(n: number, edit = ''): ReturnType<typeof paragraph> {
  if (n % 20 === 0) return heading(2, text(`Part ${n}`));
  const sentence = (part: number) =>
    text(
      `The envoy said “we will open the port” and Mr. Orr did not object to ${n}-${part}${edit}. `,
    );
  return paragraph(sentence(0), citation(`id-${n}`), sentence(1), sentence(2), sentence(3));
}

/** Briefings of some two hundred pages (7,600 sentences, 1,900 citations), each with one paragraph
 * written anew; the others are the objects they were, as the editor keeps them. */
function* editedBriefings() {
  const blocks = Array.from({ length: sections }, (_, n) => section(n));
  for (let edit = 0; edit < edits; edit += 1) {
    const at = (edit * 37 + 1) % sections;
    blocks[at] = section(at, ` after edit ${edit}`);
    yield readDocument(content(...blocks));
  }
}

/** Coverage after an edit of one paragraph, beside reading everything again and plain Intl.Segmenter. */
export async function run(): Promise<void> {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const live = () => true;
  const incremental = createCoverage();
  const spent: Record<string, number[]> = { segmenter: [], whole: [], incremental: [] };
  for (const document of editedBriefings()) {
    spent['segmenter']?.push(
      await time(() =>
        document.blocks.map(
          ({ start, end }) => [...segmenter.segment(document.text.slice(start, end))].length,
        ),
      ),
    );
    spent['whole']?.push(await time(() => createCoverage()(document, live)));
    spent['incremental']?.push(await time(() => incremental(document, live)));
  }
  const base = timingOf(spent['segmenter'] ?? []).median;
  print([
    ['coverage of 200 pages', 'median ms', 'p95 ms', '÷ segmenter'],
    ...Object.entries(spent).map(([name, samples]) => {
      const { median, p95 } = timingOf(samples);
      return [name, median, p95, median / base];
    }),
  ]);
}

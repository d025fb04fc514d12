import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { documentHandlers } from '../src/main/library/documents/documents.ts';
import { testNotebook } from '../src/main/library/documents/test-notebook.ts';
import { exportHandlers } from '../src/main/library/export/export.ts';
import { print } from './measure.ts';

const articles = 300;
const citations = 2000;

/** A briefing of 200 pages with 2,000 citations of 300 articles, one in ten of them Japanese. */
async function longBriefing(notebook: ReturnType<typeof testNotebook>) {
  const passages = Array.from({ length: articles }, (_, n) => {
    const japanese = n % 10 === 0;
    const sentence = (k: number) =>
      japanese ? `船${n}は第${k}日に港を出た。` : `Ship ${n} left the harbour on day ${k}. `;
    const text = Array.from({ length: 80 }, (__, k) => sentence(k)).join('');
    const id = notebook.addArticle({
      title: japanese ? `船の記録${n}` : `The log of ship ${n}`,
      outlet: `The Daily Quay ${n % 40}`,
      url: `https://quay.example/${n}`,
      text,
      ...(n % 7 === 0 ? {} : { issued: `2031-04-${String((n % 28) + 1).padStart(2, '0')}` }),
    });
    return Array.from({ length: Math.ceil(citations / articles) }, (__, k) =>
      notebook.annotate(id, sentence(k).trim()),
    );
  });
  const cited = Array.from(
    { length: citations },
    (_, n) => passages[n % articles]?.[Math.floor(n / articles)] ?? '',
  );
  const markdown = cited
    .map(
      (id, n) =>
        `${n % 40 === 0 ? `## Part ${n}\n\n` : ''}A ship left on day ${n}.[@${id}] Nobody objected to it at the time. We judge that it will return.`,
    )
    .join('\n\n');
  return documentHandlers(notebook.context)['briefings.create']({ title: 'Log', markdown });
}

/** Milliseconds of processor time: others may work on the machine at the same time. */
async function cpuTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Footnotes that two other programs find in the Word file. */
async function readBack(path: string): Promise<string> {
  const { value } = await mammoth.convertToHtml({ path });
  const byMammoth = value.match(/<li id="footnote-\d+"/g)?.length ?? 0;
  if (spawnSync('pandoc', ['--version']).status !== 0) return `${byMammoth}, no pandoc`;
  const markdown = execFileSync('pandoc', ['-f', 'docx', '-t', 'markdown', path], {
    maxBuffer: 1e9,
  }).toString();
  return `${byMammoth} by mammoth, ${markdown.match(/^\[\^\d+\]:/gm)?.length ?? 0} by pandoc`;
}

/** Exports of a long briefing, with and without a citation style. */
export async function run(): Promise<void> {
  const notebook = testNotebook();
  try {
    const { id } = await longBriefing(notebook);
    const exports = exportHandlers(notebook.context);
    const at = (name: string) => join(notebook.dir, name);
    const rows: (string | number)[][] = [];
    for (const style of [undefined, 'chicago', 'apa'] as const) {
      for (const format of ['docx', 'html', 'md'] as const) {
        const path = at(`${style ?? 'plain'}.${format}`);
        const samples: number[] = [];
        for (let round = 0; round < 3; round += 1) {
          const input = style === undefined ? { id, format, path } : { id, format, style, path };
          samples.push(await cpuTime(() => exports['export.briefing'](input)));
        }
        rows.push([format, style ?? '(none)', Math.min(...samples), statSync(path).size / 1e6]);
      }
    }
    print([['2,000 citations', 'style', 'CPU ms', 'MB'], ...rows]);
    console.log(`Footnotes read back: ${await readBack(at('chicago.docx'))}.`);
  } finally {
    notebook.dispose();
  }
}

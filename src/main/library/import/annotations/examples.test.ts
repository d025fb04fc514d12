import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plantArticle } from '../../test-articles.ts';
import { importTests } from './test-import.ts';

const t = importTests();

const examples = resolve(import.meta.dirname, '../../../../../../shared/data/annotations');
const missing = !existsSync(examples);
if (missing) console.warn(`The W3C examples are not at ${examples}: reading them is not tested.`);

describe.skipIf(missing)('public examples (need ../shared/data)', () => {
  it.each(['correct', 'incorrect'])('each of the W3C’s %s ones is answered', async (folder) => {
    const names = readdirSync(join(examples, folder)).filter((name) => name.endsWith('.json'));
    expect(names.length).toBeGreaterThan(30);
    for (const name of names) {
      const report = await t.bring(readFileSync(join(examples, folder, name), 'utf8'));
      const all = [report.imported, report.waiting, report.failed].flat();
      expect([name, all.length > 0]).toEqual([name, true]);
      expect(report.failed.map(({ code }) => code)).not.toContain('internal');
    }
  });

  it('places the annotations Hypothesis publishes with a page in the text of that page', async () => {
    const base = join(examples, 'baselines/wikipedia-regression-testing');
    const page = readFileSync(`${base}.html`, 'utf8');
    const { parseHTML } = await import('linkedom');
    const { document } = parseHTML(page);
    for (const each of document.querySelectorAll('script, style')) each.remove();
    const words = document.body.textContent.replaceAll(/\s*\n\s*/gu, '\n').trim();
    const id = plantArticle(t.library.dir, words, { title: 'Regression testing' });
    await t.library.call('articles.update', {
      id,
      URL: 'https://en.wikipedia.org/wiki/Regression_testing',
    });
    const report = await t.bring(readFileSync(`${base}.json`, 'utf8'));
    expect(report.imported).toHaveLength(5);
    expect(report.imported.filter(({ status }) => status === 'exact').length).toBeGreaterThan(3);
  });
});

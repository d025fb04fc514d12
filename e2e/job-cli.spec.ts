import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Input, Method, Output } from '../src/shared/contract/methods.ts';
import { mostNamed } from './most-named.ts';

const root = resolve(import.meta.dirname, '..');

/** The folders of real articles the whole job is done with. */
const collections = {
  'the sample': join(root, 'resources/sample-corpus'),
  'the shared corpus': resolve(root, '../shared/corpus'),
};

/** The command line on a library in `home`. */
function attacheOn(home: string) {
  const options = {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
    shell: process.platform === 'win32',
    env: { ...process.env, ATTACHE_SETTINGS_DIR: join(home, 'settings') },
  } as const;
  const library = ['--library', join(home, 'library')];
  /** As a person types it in the repository. */
  const typed = (args: string[]) =>
    spawnSync('npm', ['run', '-s', 'attache', '--', ...library, ...args], options);
  /** The same without npm, which takes longer to start than the command itself. */
  const command = (args: string[], input = '') =>
    spawnSync(process.execPath, ['scripts/attache.mjs', ...library, ...args], {
      ...options,
      input,
    });
  const json = (args: string[], input?: string) => {
    const { status, stdout, stderr } = command(['--json', ...args], input);
    expect(status, stderr).toBe(0);
    return JSON.parse(stdout) as unknown;
  };
  const call = <M extends Method>(method: M, input: Input<M>) =>
    json(['call', method, '-'], JSON.stringify(input)) as Output<M>;
  return { typed, command, json, call };
}

/** The sentence of `text` around an offset, as a range without the white space at its ends. */
function sentenceAt(text: string, offset: number) {
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text);
  const { segment, index } = sentences.containing(offset) ?? { segment: '', index: 0 };
  const start = index + segment.length - segment.trimStart().length;
  return { start, end: start + segment.trim().length };
}

for (const [collection, folder] of Object.entries(collections)) {
  const there = existsSync(folder);
  if (!there) console.warn(`${collection} is not at ${folder}: its job by command line is skipped`);
  test(`the whole job by command line, on ${collection}`, () => {
    test.skip(!there, `${folder} is not there`);
    test.setTimeout(180_000);
    const home = mkdtempSync(join(tmpdir(), 'attache-job-'));
    const { typed, command, json, call } = attacheOn(home);
    try {
      const files = readdirSync(folder).filter((name) => ['.txt', '.html'].includes(extname(name)));

      // Bring the articles in: every one, nothing invented, the bytes kept.
      const paths = files.map((name) => join(folder, name));
      const { status, stdout, stderr } = typed(['--json', 'import', ...paths]);
      expect(status, stderr).toBe(0);
      const run = JSON.parse(stdout) as Output<'import.run'>;
      expect(run.failed).toEqual([]);
      expect(run.imported).toHaveLength(files.length);
      const again = json(['import', ...paths]) as Output<'import.run'>;
      expect(again.imported).toEqual([]);
      expect(again.duplicates).toHaveLength(files.length);
      expect((json(['articles']) as Output<'articles.list'>).total).toBe(files.length);

      // Read them.
      const articles = run.imported.map(({ articleId }) => call('articles.get', { id: articleId }));
      const inFolder = (dir: string, names: readonly string[]) =>
        names.map((name) => readFileSync(join(dir, name), 'base64')).sort();
      const originals = join(home, 'library/originals');
      expect(inFolder(originals, readdirSync(originals))).toEqual(inFolder(folder, files));
      const { base64 } = call('articles.original', { id: articles[0]?.id ?? '' });
      expect(inFolder(folder, files)).toContain(base64);

      // Find somebody in them: every article that has the name is found.
      const name = mostNamed(articles.map(({ text }) => text));
      const naming = articles.filter(({ text }) => text.includes(name));
      expect(naming.length).toBeGreaterThan(1);
      const found = json(['search', `"${name}"`, '--in', 'articles']) as Output<'search.query'>;
      const foundIds = found.groups.flatMap(({ items }) => items.map(({ id }) => id));
      for (const { id } of naming) expect(foundIds).toContain(id);

      // Mark a passage about them in two articles.
      const passages = naming.slice(0, 2).map(({ id, text }) => {
        const range = sentenceAt(text, text.indexOf(name));
        const made = call('annotations.create', {
          articleId: id,
          ...range,
          motivation: 'highlighting',
        });
        expect(made.quote).toBe(text.slice(range.start, range.end));
        return made;
      });

      // Tag the actor: every place it is named in any article.
      const actor = call('actors.create', { kind: 'person', name });
      const { items: mentions } = call('mentions.list', { actorId: actor.id });
      for (const { articleId, start, end, text } of mentions) {
        expect(articles.find(({ id }) => id === articleId)?.text.slice(start, end)).toBe(text);
      }
      const places = naming.map(({ text }) => text.split(name).length - 1);
      expect(mentions.filter(({ text }) => text.includes(name)).length).toBeGreaterThanOrEqual(
        places.reduce((sum, count) => sum + count, 0),
      );

      // Write it up, with one sentence that has no source.
      const [first, second] = passages;
      const markdown = [
        '# What happened',
        '',
        `They wrote: “${first?.quote}” [@${first?.id}].`,
        '',
        `A second account agrees with this one. [@${second?.id}]`,
        '',
        'Nobody knows what follows from it.',
      ].join('\n');
      const briefing = call('briefings.create', { title: 'The week in two sentences', markdown });
      expect(briefing.citations.map(({ annotationId }) => annotationId)).toEqual(
        passages.map(({ id }) => id),
      );
      const check = call('briefings.check', { id: briefing.id });
      expect(check.total).toBeGreaterThan(check.sourced);
      expect(check.sentences.at(-1)).toMatchObject({ state: 'needs-source' });
      expect(check.quotes[0]).toMatchObject({ verdict: 'verbatim' });

      // Hand it over.
      for (const format of ['md', 'html', 'docx']) {
        const out = join(home, `briefing.${format}`);
        expect(json(['export', 'briefing', briefing.id, '-f', format, '-o', out])).toEqual({
          path: out,
        });
      }
      expect(readFileSync(join(home, 'briefing.md'), 'utf8')).toContain(
        'The week in two sentences',
      );
      expect(readFileSync(join(home, 'briefing.docx'), 'latin1')).toContain('word/footnotes.xml');
      const out = join(home, 'passages.jsonld');
      json(['export', 'annotations', '-o', out]);
      expect(readFileSync(out, 'utf8')).toContain(first?.id);

      // Take the last step back, check, keep a copy, and get it back after a disaster.
      call('history.undo', {});
      expect(call('briefings.list', {}).total).toBe(0);
      call('history.redo', {});
      expect(json(['check'])).toEqual({ ok: true, problems: [] });
      const { path: backup } = json(['backup']) as Output<'library.backup'>;
      writeFileSync(join(home, 'library/library.sqlite'), 'not a database any more');
      const damaged = command(['--json', 'articles']);
      expect(damaged.status).toBe(1);
      expect(readFileSync(join(home, 'library/library.sqlite'), 'utf8')).toContain('any more');
      json(['restore', backup]);
      expect(call('library.info', {}).counts).toMatchObject({
        articles: files.length,
        annotations: 2,
        actors: 1,
        briefings: 1,
      });
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
}

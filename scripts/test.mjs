import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { build, install, npm, projectNode, root, run } from './project.mjs';

const report = (name) => join(root, '.cache', `${name}-report.json`);

function readReport(name) {
  try {
    return JSON.parse(readFileSync(report(name), 'utf8'));
  } catch {
    return null;
  }
}

/** A step that failed without a failed test (a file that does not load) counts as one failure. */
function counted(status, passed, failed, skipped) {
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed, skipped };
}

async function gate(work) {
  const passed = (await work()) === 0;
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

async function unit() {
  rmSync(report('unit'), { force: true });
  const status = await npm(
    'run',
    '--silent',
    'unit',
    '--',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report('unit')}`,
  );
  const found = readReport('unit');
  if (found === null) return counted(1, 0, 1, 0);
  return counted(status, found.numPassedTests, found.numFailedTests, found.numPendingTests);
}

/** Playwright's own Chromium, where somebody installed it. */
function playwrightBrowser() {
  const script =
    "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))";
  const { stdout } = spawnSync(projectNode(), ['-e', script], { cwd: root, encoding: 'utf8' });
  const path = stdout.trim();
  return path !== '' && existsSync(path) ? path : null;
}

async function browser() {
  const found = findBrowser() ?? playwrightBrowser();
  const mayInstall = process.platform === 'linux' && process.getuid() === 0;
  if (found !== null || !mayInstall || !existsSync('/usr/bin/apt-get')) return found;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
  return findBrowser();
}

async function e2e() {
  if ((await browser()) === null) {
    console.error(
      'The end-to-end tests need Chromium: install it, run "npx playwright install chromium", or name one in ATTACHE_BROWSER.',
    );
    return counted(1, 0, 1, 0);
  }
  rmSync(report('e2e'), { force: true });
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = report('e2e');
  const status = await npm('run', '--silent', 'e2e', '--', '--reporter=list,json');
  const stats = readReport('e2e')?.stats;
  if (stats === undefined) return counted(1, 0, 1, 0);
  if (stats.flaky > 0) {
    console.log(
      `== end-to-end tests: ${stats.flaky} passed only at the second try, see "flaky" above`,
    );
  }
  return counted(status, stats.expected + stats.flaky, stats.unexpected, stats.skipped);
}

const script = (name) => () => gate(() => npm('run', '--silent', name));

const steps = {
  install: () => gate(install),
  format: script('format:check'),
  lint: script('lint'),
  layers: script('layers'),
  types: script('types'),
  'unit tests': unit,
  build: () => gate(build),
  'end-to-end tests': e2e,
};

const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, step] of Object.entries(steps)) {
  console.log(`\n== ${name}`);
  const result = await step();
  for (const key of Object.keys(total)) total[key] += result[key];
  if (result.failed > 0) console.log(`== ${name}: ${result.failed} failed`);
  if (name === 'install' && result.failed > 0) break;
}
if (total.skipped > 0) console.log(`\n${total.skipped} skipped: see above for what was not there.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const inProject = (path) => join(root, path);

/** Runs a program in the project's folder and answers with its exit status; a signal counts as 1. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
}

/** Runs npm: the one that runs this script, or the one on PATH. */
export function npm(...args) {
  const own = process.env.npm_execpath;
  if (own !== undefined && /\.[cm]?js$/.test(own)) return run(process.execPath, [own, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}

/** The pinned Node that `npm ci` installed; the one running now may be as old as 20. */
export function projectNode() {
  const pinned = inProject(
    `node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`,
  );
  if (existsSync(pinned)) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 15)) return process.execPath;
  throw new Error(
    'The Node that Attache runs on is not in node_modules/node. Allow install scripts and run "npm ci", or use Node 24.15 or newer.',
  );
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    hash.update(relative(root, path)).update('\0').update(readFileSync(path));
  return hash.digest('hex');
}

/** Does `work` unless `stampPath` says it was done for the same `paths`. Answers with its status. */
async function unlessDone(stampPath, paths, work) {
  const wanted = fingerprint(paths);
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === wanted) return 0;
  const status = await work();
  if (status === 0) {
    mkdirSync(dirname(stampPath), { recursive: true });
    writeFileSync(stampPath, wanted);
  }
  return status;
}

/** Installs the locked dependencies unless they are there. Answers with the exit status. */
export function install() {
  const lock = inProject('package-lock.json');
  return unlessDone(inProject('node_modules/.attache-installed'), [lock], async () => {
    console.error('Installing what Attache needs (once)…');
    const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
    const status = await npm('ci', ...quietly);
    if (status === 0) return status;
    console.error('The locked versions could not be installed as they are. Trying the nearest…');
    return npm('install', '--no-save', ...quietly);
  });
}

/** Builds `out/` unless it is of these sources. Answers with the exit status. */
export function build() {
  const sources = [
    ...filesUnder(inProject('src')).filter((path) => !/\.test\.tsx?$/.test(path)),
    inProject('electron.vite.config.ts'),
    inProject('package-lock.json'),
  ];
  return unlessDone(inProject('out/.built-from'), sources, () => {
    console.error('Building…');
    return npm('run', '--silent', 'build', '--', '--logLevel', 'warn');
  });
}

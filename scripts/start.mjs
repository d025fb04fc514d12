import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { hasDisplay, openInBrowser } from './display.mjs';
import { findElectron } from './electron.mjs';
import { build, install, projectNode, root } from './project.mjs';

const usage = `Usage: npm start -- [--library DIR] [--port N] [--web] [--read-only]

  --library DIR  the library folder; without it, the one in your data folder
  --port N       the port of the browser version; without it, a free one
  --web          the browser version, even where Electron would start
  --read-only    beside another program that has the library open for writing
`;

/**
 * Ends the child with this process: on its signals, and when npm is gone, whose shell does not
 * pass signals on.
 */
function endWith(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
  watch.unref();
}

const exitOf = (child) =>
  new Promise((done) => {
    child.on('error', () => done(1));
    child.on('exit', (status) => done(status ?? 1));
  });

/** Electron that ends this soon with an error did not start. */
const startsWithinMs = 10_000;

/** Resolves with the exit status, or null where Electron did not start. */
async function startElectron(program, library) {
  const began = Date.now();
  const child = spawn(program, [root, ...library], { stdio: 'inherit' });
  endWith(child);
  const status = await exitOf(child);
  return status !== 0 && Date.now() - began < startsWithinMs ? null : status;
}

async function serveWeb(library, port) {
  const program = join(root, 'out/main/web.js');
  const args = ['--disable-warning=ExperimentalWarning', program, ...library, ...port];
  const child = spawn(projectNode(), args, { stdio: ['inherit', 'pipe', 'inherit', 'ipc'] });
  endWith(child);
  createInterface({ input: child.stdout }).on('line', (line) => {
    console.log(line);
    const url = /^Attache is ready: (\S+)$/.exec(line)?.[1];
    if (url !== undefined && hasDisplay()) openInBrowser(url);
  });
  return exitOf(child);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        library: { type: 'string' },
        port: { type: 'string' },
        web: { type: 'boolean', default: false },
        'read-only': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { port } = values;
    // Port 0 is any free one, as without --port.
    if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
      throw new Error(`--port takes a number up to 65535, not "${port}".`);
    }
    return values;
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    return null;
  }
}

async function main() {
  const options = readOptions();
  if (options === null) return 2;
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const library = [
    ...(options.library === undefined ? [] : ['--library', resolve(options.library)]),
    ...(options['read-only'] ? ['--read-only'] : []),
  ];
  const port = options.port === undefined ? [] : ['--port', options.port];
  if ((await install()) !== 0 || (await build()) !== 0) return 1;
  if (!options.web) {
    const { program, reason } = await findElectron();
    const status = program === undefined ? null : await startElectron(program, library);
    if (status !== null) return status;
    const why = reason ?? 'it ended as soon as it was started';
    console.error(`Electron is not used: ${why}. Serving the notebook to your browser instead.`);
  }
  return serveWeb(library, port);
}

process.exitCode = await main();

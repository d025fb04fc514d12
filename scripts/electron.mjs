import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasDisplay } from './display.mjs';
import { projectNode, root } from './project.mjs';

const folder = join(root, 'node_modules', 'electron');

/** How long a first start waits for Electron's download. */
const waitSeconds = 20;

function installed() {
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : null;
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const program =
    override === undefined
      ? name !== null && join(folder, 'dist', name)
      : join(override, name ?? 'electron');
  return program !== false && existsSync(program) ? program : null;
}

/** Resolves with null when Electron was fetched, else with why not. */
function download() {
  console.error(`Getting Electron, for at most ${waitSeconds} seconds…`);
  return new Promise((resolve) => {
    const child = spawn(projectNode(), [join(folder, 'install.js')], {
      cwd: root,
      stdio: 'ignore',
    });
    const timer = setTimeout(() => {
      child.kill();
      resolve(
        `its download took longer than ${waitSeconds} seconds ("npx install-electron" waits longer)`,
      );
    }, waitSeconds * 1000);
    child.on('error', () => resolve('its download could not be started'));
    child.on('exit', (status) => {
      clearTimeout(timer);
      if (status !== null) resolve(status === 0 ? null : 'its program could not be downloaded');
    });
  });
}

/** Electron's program, or why it cannot be used here: `{ program }` or `{ reason }`. */
export async function findElectron() {
  const overridden = process.env.ELECTRON_OVERRIDE_DIST_PATH !== undefined;
  if (!overridden && !hasDisplay()) return { reason: 'there is no display' };
  if (!overridden && process.platform === 'linux' && process.getuid() === 0) {
    return { reason: 'its sandbox does not run as root' };
  }
  const reason = installed() === null && !overridden ? await download() : null;
  if (reason !== null) return { reason };
  const program = installed();
  return program === null ? { reason: 'its program is missing' } : { program };
}

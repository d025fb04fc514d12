import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { findBrowser } from '../../scripts/browser.mjs';
import { Cdp } from './cdp.ts';

const ownSwitches = [
  '--headless=new',
  '--no-startup-window',
  '--remote-debugging-port=0',
  '--disable-gpu',
  '--disable-quic',
  // Nothing listens there: what escapes the request filter (WebSockets do) reaches nobody.
  '--proxy-server=127.0.0.1:9',
];

/** Chromium reads only the last `--disable-features`, so switches that hold lists are merged. */
function merged(switches: readonly string[]): string[] {
  const lists = new Map<string, string[]>();
  const others = switches.filter((item) => {
    const [, name, value] = /^--((?:dis|en)able-features)=(.*)$/.exec(item) ?? [];
    if (name === undefined) return true;
    lists.set(name, [...(lists.get(name) ?? []), value ?? '']);
    return false;
  });
  return [...others, ...[...lists].map(([name, values]) => `--${name}=${values.join(',')}`)];
}

export interface Chromium {
  readonly cdp: Cdp;
  /** The line Playwright waits for on standard error. */
  readonly announcement: string;
  /** Ends it and waits for the end. */
  stop(): Promise<void>;
}

async function announcementOf(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error('Chromium has no output to read.');
  let said = '';
  for await (const line of createInterface({ input: child.stderr })) {
    if (line.startsWith('DevTools listening on ')) return line;
    said += `${line}\n`;
  }
  throw new Error(`Chromium ended before it listened.\n${said}`);
}

/** Starts a windowless Chromium on `profile` with the switches the app and its caller gave. */
export async function startChromium(
  profile: string,
  switches: readonly string[],
): Promise<Chromium> {
  const program = findBrowser();
  if (program === null) throw new Error('The stand-in needs a Chromium; none was found.');
  const args = merged([...switches, ...ownSwitches, `--user-data-dir=${profile}`]);
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.once('exit', () => child.kill('SIGKILL'));
  const announcement = await announcementOf(child);
  child.stderr?.resume();
  const cdp = await Cdp.connect(announcement.replace('DevTools listening on ', ''));
  return {
    cdp,
    announcement,
    async stop() {
      cdp
        .session()
        .send('Browser.close')
        .catch(() => child.kill('SIGKILL'));
      const kill = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await ended;
      clearTimeout(kill);
    },
  };
}

import { random } from './measure.ts';
import { MentionFinder, type NamedActor } from '../src/shared/text/names/mentions.ts';

/** Seconds of processor time, which other programs on the machine do not lengthen. */
function seconds(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

/**
 * Speed of finding 20,000 names in running text, beside a search for each word of the text in a
 * set of single words, which is the least any gazetteer has to do.
 */
export async function run(): Promise<void> {
  const fraction = random(7);
  const next = (below: number) => Math.floor(fraction() * below);
  const syllables =
    'ba be bi bo ka ke ki ko la le li lo ma me mi mo ra re ri ro sa se si so ta te ti to'.split(
      ' ',
    );
  const word = () =>
    Array.from({ length: 2 + next(3) }, () => syllables[next(syllables.length)]).join('');
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const name = () => `${capital(word())} ${capital(word())}n`;

  const actors: NamedActor[] = Array.from({ length: 5000 }, (_unused, key) => ({
    key,
    kind: key % 3 === 0 ? 'organisation' : 'person',
    names: Array.from({ length: 4 }, () => ({ name: name(), scope: 'everywhere', article: null })),
  }));
  const known = actors.flatMap(({ names }) => names.map((item) => item.name));
  const common = Array.from({ length: 5000 }, word);
  const article = () =>
    Array.from({ length: 500 }, (_unused, index) => {
      const pick = next(100);
      if (pick === 0) return known[next(known.length)];
      if (pick < 4) return capital(word());
      return `${common[next(common.length)]}${index % 17 === 16 ? '.' : ''}`;
    }).join(' ');

  const articles = Array.from({ length: 4000 }, article);
  const megabytes = articles.reduce((sum, text) => sum + text.length, 0) / 1e6;

  let finder = new MentionFinder([]);
  const building = seconds(() => (finder = new MentionFinder(actors)));
  let mentions = 0;
  const finding = seconds(() => {
    for (const text of articles) mentions += finder.find(text, 0).length;
  });
  const words = new Set(known.flatMap((item) => item.toLowerCase().split(' ')));
  let hits = 0;
  const bare = seconds(() => {
    for (const text of articles) {
      for (const [token] of text.matchAll(/\p{L}+/gu))
        if (words.has(token.toLowerCase())) hits += 1;
    }
  });
  console.log(
    `20,000 names, ${megabytes.toFixed(1)} MB: built in ${building.toFixed(2)} s; ` +
      `${(megabytes / finding).toFixed(1)} MB/s, ${mentions} mentions; ` +
      `bare word look-up ${(megabytes / bare).toFixed(1)} MB/s, ${hits} hits; ` +
      `ratio ${(finding / bare).toFixed(2)}`,
  );
}

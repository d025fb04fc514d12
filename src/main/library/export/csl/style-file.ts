import sax from 'sax';
import { AttacheError } from '../../../../shared/contract/errors.ts';

/** A style of the Citation Style Language that can be worked with. */
export interface CslStyle {
  readonly xml: string;
  readonly title: string;
  /** Where its citations stand: in notes, or in the text. */
  readonly class: 'note' | 'in-text';
  /** BCP 47 tag of the language it was made for; null for any. */
  readonly locale: string | null;
}

const namespace = 'http://purl.org/net/xbiblio/csl';
const largest = 1_000_000;
const deepest = 100;

const broken = (what: string): AttacheError =>
  new AttacheError(
    'invalid-input',
    `The citation style was not used: ${what}. Choose another .csl file, or get this one again.`,
    { field: 'style' },
  );

type Listeners = Pick<sax.SAXParser, 'onerror' | 'onopentag' | 'onclosetag' | 'ontext'>;

interface Read {
  readonly rootName: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly title: string;
  readonly parent: string | null;
  readonly macros: ReadonlyMap<string, ReadonlySet<string>>;
  readonly parts: ReadonlySet<string>;
  /** Macros called from outside any macro. */
  readonly called: ReadonlySet<string>;
}

/** Reads what a style says of itself, strictly: entities of its own and bad nesting are errors. */
function readXml(xml: string): Read {
  const parser = sax.parser(true, { xmlns: false, position: true });
  const open: { name: string; attributes: Record<string, string> }[] = [];
  const macros = new Map<string, Set<string>>();
  const parts = new Set<string>();
  const called = new Set<string>();
  let root: Read['attributes'] | undefined;
  let rootName = '';
  let title = '';
  let parent: string | null = null;
  const listeners: Listeners = {
    onerror: ({ message }) => {
      throw broken(`it is not well-formed XML (${message.replaceAll(/\s+/g, ' ')})`);
    },
    onopentag: ({ name, attributes }) => {
      const given = attributes as Record<string, string>;
      if (open.length >= deepest) throw broken(`it is nested more than ${deepest} levels deep`);
      if (open.length === 0) {
        root = given;
        rootName = name;
      }
      if (open.length === 1) parts.add(name);
      if (name === 'link' && given['rel'] === 'independent-parent') parent = given['href'] ?? '';
      if (name === 'macro') macros.set(given['name'] ?? '', new Set());
      const macro = given['macro'];
      if (macro !== undefined) {
        const inside = open.find((element) => element.name === 'macro')?.attributes['name'];
        (inside === undefined ? called : macros.get(inside))?.add(macro);
      }
      open.push({ name, attributes: given });
    },
    onclosetag: () => void open.pop(),
    ontext: (text) => {
      if (open.length === 3 && open[1]?.name === 'info' && open[2]?.name === 'title') title += text;
    },
  };
  Object.assign(parser, listeners);
  parser.write(xml).close();
  if (root === undefined) throw broken('it holds no XML');
  return { rootName, attributes: root, title: title.trim(), parent, macros, parts, called };
}

/** A macro that calls itself, or one that is missing, would stop the processor half way. */
function checkMacros({ macros, called }: Read): void {
  const finished = new Set<string>();
  const visit = (name: string, above: readonly string[]): void => {
    if (finished.has(name)) return;
    const calls = macros.get(name);
    if (calls === undefined) throw broken(`it calls a macro "${name}" that is not in it`);
    if (above.includes(name)) throw broken(`its macro "${name}" calls itself`);
    for (const next of calls) visit(next, [...above, name]);
    finished.add(name);
  };
  for (const name of [...called, ...macros.keys()]) visit(name, []);
}

/**
 * Reads a `.csl` file. Throws `invalid-input` with what is wrong in it: not XML (with the line),
 * not a style, only a reference to another style, without citations, with a macro that is missing
 * or calls itself.
 */
export function readStyle(xml: string): CslStyle {
  if (xml.length > largest) throw broken(`it is larger than ${largest / 1_000_000} MB`);
  const read = readXml(xml.replace(/^\uFEFF/u, '').trimStart());
  const { attributes, parent, parts } = read;
  const title = read.title === '' ? 'Untitled style' : read.title;
  if (read.rootName !== 'style' || attributes['xmlns'] !== namespace) {
    throw broken('it is XML, but not a style of the Citation Style Language');
  }
  if (parent !== null) {
    throw broken(
      `"${title}" holds no rules of its own and points to another style, ${parent}: choose that one`,
    );
  }
  if (!parts.has('citation')) throw broken(`"${title}" says nothing about citations`);
  const kind = attributes['class'];
  if (kind !== 'note' && kind !== 'in-text') {
    throw broken(`"${title}" does not say whether it cites in notes or in the text`);
  }
  checkMacros(read);
  return { xml, title, class: kind, locale: attributes['default-locale'] ?? null };
}

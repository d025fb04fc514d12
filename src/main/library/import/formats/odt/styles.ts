import type { BlockShape, RunMark } from '../../../articles/text/layers.ts';
import type { DomDocument, DomElement } from '../html/dom.ts';

/** Longer chains of parents are circles. */
const mostParents = 20;
const mostLevels = 10;

/** What the styles of a document say, by their names. */
export interface OdtStyles {
  /** The kind of block a paragraph of this style is. */
  shape(style: string | null): BlockShape;
  marks(style: string | null): readonly RunMark[];
  /** The same without what it takes from the style it is made from. */
  ownMarks(style: string | null): readonly RunMark[];
  /** Whether words of this style are hidden; undefined where it says nothing. */
  hides(style: string | null): boolean | undefined;
  /** Whether a list of this style is numbered at a level, from 1. */
  isNumbered(style: string | null, level: number): boolean;
}

const captions = new Set(['caption', 'illustration', 'figure', 'drawing', 'table']);

/** The shape that one of the program's own paragraph styles stands for. */
function namedShape(name: string): BlockShape | null {
  const plain = name.replaceAll('_20_', ' ').toLowerCase();
  const heading = /^heading (\d+)$/.exec(plain);
  if (heading !== null) return { kind: 'heading', level: Number(heading[1]) };
  if (plain === 'title') return { kind: 'heading', level: 1 };
  if (/^(?:quotations|(?:intense )?quote|block (?:text|quotation))$/.test(plain)) {
    return { kind: 'quote' };
  }
  if (plain === 'preformatted text' || plain === 'source code') return { kind: 'preformatted' };
  return captions.has(plain) ? { kind: 'caption' } : null;
}

const namedMarks: Readonly<Record<string, RunMark['kind']>> = {
  Emphasis: 'emphasis',
  Strong_20_Emphasis: 'strong',
  Source_20_Text: 'code',
  Citation: 'emphasis',
};

function marksIn(element: DomElement): RunMark[] {
  const says = (name: string) => element.getAttribute(name) ?? '';
  const marks: RunMark[] = [];
  if (/^(?:italic|oblique)$/.test(says('fo:font-style'))) marks.push({ kind: 'emphasis' });
  if (/^(?:bold|[6-9]00)$/.test(says('fo:font-weight'))) marks.push({ kind: 'strong' });
  const position = says('style:text-position');
  if (/^(?:sub|-\d)/.test(position)) marks.push({ kind: 'subscript' });
  if (/^(?:super|[1-9])/.test(position)) marks.push({ kind: 'superscript' });
  return marks;
}

interface Style {
  readonly parent: string | null;
  readonly marks: readonly RunMark[];
  readonly hides: boolean | undefined;
}

function hidesIn(properties: DomElement | undefined): boolean | undefined {
  const display = properties?.getAttribute('text:display') ?? null;
  return display === null ? undefined : display === 'none';
}

/** The styles of a document, from its parts that hold any. */
export function readStyles(parts: readonly DomDocument[]): OdtStyles {
  const elements = (name: string) => parts.flatMap((part) => [...part.getElementsByTagName(name)]);
  const styles = new Map<string, Style>();
  for (const element of elements('style:style')) {
    const properties = element.getElementsByTagName('style:text-properties')[0];
    styles.set(element.getAttribute('style:name') ?? '', {
      parent: element.getAttribute('style:parent-style-name'),
      marks: properties === undefined ? [] : marksIn(properties),
      hides: hidesIn(properties),
    });
  }
  const numbered = new Map<string, ReadonlySet<number>>();
  for (const element of elements('text:list-style')) {
    const levels = [...element.getElementsByTagName('text:list-level-style-number')];
    const numbers = levels.map((level) => Number(level.getAttribute('text:level')));
    numbered.set(element.getAttribute('style:name') ?? '', new Set(numbers));
  }
  /** A style and those it is made from, the nearest first. */
  const chain = (style: string | null): string[] => {
    const names: string[] = [];
    let name = style;
    while (name !== null && names.length < mostParents) {
      names.push(name);
      name = styles.get(name)?.parent ?? null;
    }
    return names;
  };
  const hidesNamed = (style: string | null): boolean | undefined =>
    chain(style)
      .map((name) => styles.get(name)?.hides)
      .find((hides) => hides !== undefined);
  const remembered = <T>(read: (style: string) => T) => {
    const known = new Map<string, T>();
    return (style: string): T => {
      const value = known.get(style) ?? read(style);
      known.set(style, value);
      return value;
    };
  };
  const shapeNamed = remembered((style): BlockShape => {
    for (const name of chain(style)) {
      const shape = namedShape(name);
      if (shape !== null) return shape;
    }
    return { kind: 'paragraph' };
  });
  const marksNamed = remembered((style): readonly RunMark[] => {
    const marks = chain(style).flatMap((name): readonly RunMark[] => {
      const kind = namedMarks[name];
      return kind === undefined ? (styles.get(name)?.marks ?? []) : [{ kind }];
    });
    return marks.filter(({ kind }, at) => marks.findIndex((mark) => mark.kind === kind) === at);
  });
  return {
    shape: (style) => (style === null ? { kind: 'paragraph' } : shapeNamed(style)),
    ownMarks: (style) => styles.get(style ?? '')?.marks ?? [],
    hides: hidesNamed,
    marks: (style) => (style === null ? [] : marksNamed(style)),
    isNumbered: (style, level) =>
      numbered.get(style ?? '')?.has(Math.min(level, mostLevels)) === true,
  };
}

import { walkXml, type OpenTag } from './walk-xml.ts';

/** Longer chains of styles made from each other are circles. */
const mostParents = 20;

/** A toggle that stands without a value is on. */
const isOn = ({ attributes }: OpenTag): boolean =>
  !/^(?:0|false|off)$/i.test(attributes['w:val'] ?? '');

const stands = ({ around }: OpenTag, ...in_: readonly string[]): boolean =>
  in_.every((name, index) => around.at(index - in_.length) === name);

interface Style {
  hides: boolean | undefined;
  basedOn: string | undefined;
}

/** The ids of the styles whose words are hidden, in a document's `styles.xml`. */
export function hiddenStyles(source: string): ReadonlySet<string> {
  if (!source.includes('<w:vanish')) return new Set();
  const styles = new Map<string, Style>();
  let open: Style | undefined;
  walkXml(source, {
    open(tag) {
      const value = tag.attributes['w:val'];
      if (tag.name === 'w:style') {
        open = { hides: undefined, basedOn: undefined };
        styles.set(tag.attributes['w:styleId'] ?? '', open);
      } else if (open === undefined) return;
      else if (tag.name === 'w:basedOn') open.basedOn = value;
      else if (tag.name === 'w:vanish' && stands(tag, 'w:style', 'w:rPr')) open.hides = isOn(tag);
    },
    close(name) {
      if (name === 'w:style') open = undefined;
    },
  });
  const hides = (id: string): boolean => {
    let style = styles.get(id);
    for (let parents = 0; style !== undefined && parents < mostParents; parents += 1) {
      if (style.hides !== undefined) return style.hides;
      style = styles.get(style.basedOn ?? '');
    }
    return false;
  };
  return new Set([...styles.keys()].filter(hides));
}

interface Run {
  /** Where a property of it may be written. */
  at: number;
  hasProperties: boolean;
  /** What it says of itself. */
  hides: boolean | undefined;
  style: string | undefined;
  readonly paragraphStyle: string | undefined;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

function written(source: string, insertions: readonly Insertion[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { at, text } of insertions.toSorted((one, other) => one.at - other.at)) {
    parts.push(source.slice(from, at), text);
    from = at;
  }
  return parts.join('') + source.slice(from);
}

/**
 * A part of a Word document in which every hidden run (`w:vanish`, of its own or by its styles) has
 * the character style `mark`. A run says for itself; else one of its two styles hides it, not both,
 * as ECMA-376 has it for toggles (17.7.3). What is hidden on the web alone (`w:webHidden`) is shown.
 */
export function markHiddenRuns(source: string, styles: ReadonlySet<string>, mark: string): string {
  const mayHide = source.includes('<w:vanish');
  if (!mayHide && ![...styles].some((id) => source.includes(`w:val="${id}"`))) return source;
  const insertions: Insertion[] = [];
  const runs: Run[] = [];
  const paragraphs: { style: string | undefined }[] = [];
  const isHidden = ({ hides, style, paragraphStyle }: Run): boolean =>
    hides ?? styles.has(style ?? '') !== styles.has(paragraphStyle ?? '');
  walkXml(source, {
    open(tag) {
      const { name, contentAt } = tag;
      const [paragraph, run] = [paragraphs.at(-1), runs.at(-1)];
      if (name === 'w:p') paragraphs.push({ style: undefined });
      else if (name === 'w:r') {
        const paragraphStyle = paragraph?.style;
        runs.push({
          at: contentAt,
          hasProperties: false,
          hides: undefined,
          style: undefined,
          paragraphStyle,
        });
      } else if (name === 'w:pStyle' && paragraph !== undefined && stands(tag, 'w:p', 'w:pPr')) {
        paragraph.style = tag.attributes['w:val'];
      } else if (run === undefined) return;
      else if (name === 'w:rPr' && stands(tag, 'w:r') && !tag.isSelfClosing) {
        run.at = contentAt;
        run.hasProperties = true;
      } else if (!stands(tag, 'w:r', 'w:rPr')) return;
      else if (name === 'w:vanish') run.hides = isOn(tag);
      else if (name === 'w:rStyle') run.style = tag.attributes['w:val'];
    },
    close(name) {
      if (name === 'w:p') paragraphs.pop();
      const run = name === 'w:r' ? runs.pop() : undefined;
      if (run === undefined || !isHidden(run)) return;
      const style = `<w:rStyle w:val="${mark}"/>`;
      insertions.push({
        at: run.at,
        text: run.hasProperties ? style : `<w:rPr>${style}</w:rPr>`,
      });
    },
  });
  return written(source, insertions);
}

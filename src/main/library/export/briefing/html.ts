import {
  blocksOf,
  formats,
  numberOf,
  stringOf,
  type ContentNode,
} from '../../../../shared/briefing/content.ts';
import type { Dossier } from './dossier.ts';
import { element as el, escapeHtml as esc } from './html-writer.ts';
import { annex, footnote, ownLanguage, sources } from './html-notes.ts';
import { printedFoot, styles } from './html-styles.ts';
import { isRtlLanguage, languageOf } from './language.ts';
import { safeUrl } from './safe-url.ts';
import { footnotes, headerLines } from './wording.ts';

/**
 * The briefing as one HTML file that needs no script and asks for nothing: footnotes link to the
 * passage in the evidence annex, and from there back.
 */
export function briefingHtml(dossier: Dossier): Uint8Array {
  const writer = new BodyWriter(dossier);
  const body = blocksOf(dossier.content)
    .map((node) => writer.block(node))
    .join('\n');
  const title = esc(dossier.title);
  const rows = headerLines(dossier)
    .map(({ label, text }) => `${el('dt', {}, esc(label))}${el('dd', {}, esc(text))}`)
    .join('');
  const page = `<!doctype html>
<html lang="${dossier.language}"${isRtlLanguage(dossier.language) ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${styles}${printedFoot(dossier.title)}</style>
</head>
<body>
<main>
${el('h1', { dir: 'auto' }, title)}
${el('dl', ownLanguage(dossier), rows)}
${body}
${writer.footnotes()}
${sources(dossier)}
${annex(dossier, writer.references)}
</main>
</body>
</html>
`;
  return new TextEncoder().encode(page);
}

class BodyWriter {
  /** Ids of the footnote references, by the annotation they cite. */
  readonly references = new Map<string, number[]>();
  private readonly notes: string[] = [];
  private readonly footnote: ReturnType<typeof footnotes>;
  private readonly dossier: Dossier;

  constructor(dossier: Dossier) {
    this.footnote = footnotes(dossier);
    this.dossier = dossier;
  }

  /** The direction of a block, and its language where it is another than the document's. */
  private script(nodes: readonly ContentNode[]): { dir: string; lang: string | null } {
    const language = languageOf(plain(nodes));
    return { dir: 'auto', lang: language === this.dossier.language ? null : language };
  }

  block(node: ContentNode): string {
    const children = node.children ?? [];
    switch (node.type) {
      case 'heading': {
        return el(stringOf(node, 'tag'), this.script(children), this.inline(children));
      }
      case 'quote':
        return el('blockquote', this.script(children), this.inline(children));
      case 'list':
        return stringOf(node, 'listType') === 'number'
          ? el('ol', { start: numberOf(node, 'start', 1) }, this.items(children))
          : el('ul', {}, this.items(children));
      case 'code':
        return el('pre', {}, el('code', {}, this.inline(children)));
      case 'horizontalrule':
        return '<hr>';
      case 'table':
        return this.table(children);
      default: {
        const words = this.inline(children);
        return words === '' ? '' : el('p', this.script(children), words);
      }
    }
  }

  /** A nested list hangs inside the item before it. */
  private items(items: readonly ContentNode[]): string {
    const written: string[] = [];
    for (const item of items) {
      const children = item.children ?? [];
      const lists = children.filter(({ type }) => type === 'list').map((list) => this.block(list));
      const words = this.inline(children.filter(({ type }) => type !== 'list'));
      const last = written.at(-1);
      if (words === '' && lists.length > 0 && last !== undefined) {
        written.splice(-1, 1, `${last}${lists.join('')}`);
      } else {
        written.push(`${words}${lists.join('')}`);
      }
    }
    return written.map((item) => el('li', { dir: 'auto' }, item)).join('');
  }

  /** Rows that only name columns are the table's head, which print repeats on every page. */
  private table(rows: readonly ContentNode[]): string {
    const isHead = ({ children = [] }: ContentNode) =>
      children.length > 0 && children.every((cell) => numberOf(cell, 'headerState') !== 0);
    const first = rows.findIndex((row) => !isHead(row));
    const split = first === -1 ? 0 : first;
    const head = rows.slice(0, split).map((row) => this.row(row, 'col'));
    const body = rows.slice(split).map((row) => this.row(row, 'row'));
    return el(
      'table',
      {},
      head.length === 0 ? '' : el('thead', {}, ...head),
      el('tbody', {}, ...body),
    );
  }

  private row(row: ContentNode, scope: 'col' | 'row'): string {
    const cells = (row.children ?? []).map((cell) => {
      const words = (cell.children ?? []).map((block) => this.inline(block.children ?? []));
      return numberOf(cell, 'headerState') === 0
        ? el('td', { dir: 'auto', ...spans(cell) }, words.join('<br>'))
        : el('th', { dir: 'auto', scope, ...spans(cell) }, words.join('<br>'));
    });
    return el('tr', {}, ...cells);
  }

  private inline(nodes: readonly ContentNode[]): string {
    return nodes
      .map((node, index) => {
        const follows = node.type === 'citation' && nodes[index - 1]?.type === 'citation';
        // 1 and 2 side by side would read as 12.
        return (follows ? '<sup>,</sup>' : '') + this.phrase(node);
      })
      .join('');
  }

  private phrase(node: ContentNode): string {
    if (node.type === 'citation') return this.reference(stringOf(node, 'annotationId'));
    if (node.type === 'linebreak') return '<br>';
    if (node.type === 'link' || node.type === 'autolink') {
      const words = this.inline(node.children ?? []);
      const href = safeUrl(stringOf(node, 'url'));
      return href === null ? words : el('a', { href, rel: 'noreferrer' }, words);
    }
    if (typeof node['text'] !== 'string') return this.inline(node.children ?? []);
    return formatted(esc(node['text']), numberOf(node, 'format'));
  }

  private reference(id: string): string {
    const number = this.notes.length + 1;
    this.references.set(id, [...(this.references.get(id) ?? []), number]);
    this.notes.push(footnote(number, this.footnote(id), this.dossier.words));
    const link = el(
      'a',
      { href: `#note-${number}`, id: `ref-${number}`, role: 'doc-noteref' },
      `${number}`,
    );
    return el('sup', {}, link);
  }

  footnotes(): string {
    if (this.notes.length === 0) return '';
    return el(
      'section',
      {
        role: 'doc-endnotes',
        class: 'notes',
        'aria-labelledby': 'notes',
        ...ownLanguage(this.dossier),
      },
      `${el('h2', { id: 'notes' }, esc(this.dossier.words.say('notes.heading')))}\n`,
      el('ol', {}, this.notes.join('\n')),
    );
  }
}

/** How many columns and rows a cell takes, where it is more than one. */
function spans(cell: ContentNode): Record<'colspan' | 'rowspan', number | null> {
  const [columns, rows] = [numberOf(cell, 'colSpan', 1), numberOf(cell, 'rowSpan', 1)];
  return { colspan: columns > 1 ? columns : null, rowspan: rows > 1 ? rows : null };
}

function formatted(html: string, format: number): string {
  const wrap = (bit: number, name: string, inner: string) =>
    (format & bit) === 0 ? inner : el(name, {}, inner);
  const code = wrap(formats.code, 'code', html);
  const struck = wrap(formats.strikethrough, 's', wrap(formats.underline, 'u', code));
  return wrap(formats.bold, 'strong', wrap(formats.italic, 'em', struck));
}

const plain = (nodes: readonly ContentNode[]): string =>
  nodes.map((node) => stringOf(node, 'text') + plain(node.children ?? [])).join('');

import {
  blocksOf,
  formats,
  numberOf,
  stringOf,
  type ContentNode,
} from '../../../../shared/briefing/content.ts';
import type { Dossier, Evidence } from './dossier.ts';
import { element as el, escapeHtml as esc } from './html-writer.ts';
import { styles } from './html-styles.ts';
import { evidenceLabel, footnoteOf, headerLines, safeUrl, sourceLine } from './wording.ts';

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
    .map(([label, words]) => `${el('dt', {}, esc(label))}${el('dd', {}, esc(words))}`)
    .join('');
  const page = `<!doctype html>
<html lang="${dossier.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${styles}</style>
</head>
<body>
<main dir="auto">
<h1>${title}</h1>
<dl>${rows}</dl>
${body}
${writer.footnotes()}
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
  private readonly dossier: Dossier;

  constructor(dossier: Dossier) {
    this.dossier = dossier;
  }

  block(node: ContentNode): string {
    const children = node.children ?? [];
    switch (node.type) {
      case 'heading': {
        // The title of the page is the only first-level heading.
        const level = Math.min(6, Math.max(2, Number(stringOf(node, 'tag').slice(1)) || 2));
        return el(`h${level}`, { dir: 'auto' }, this.inline(children));
      }
      case 'quote':
        return el('blockquote', { dir: 'auto' }, this.inline(children));
      case 'list':
        return stringOf(node, 'listType') === 'number'
          ? el('ol', { start: numberOf(node, 'start', 1) }, this.items(children))
          : el('ul', {}, this.items(children));
      case 'code':
        return el('pre', {}, el('code', {}, this.inline(children)));
      case 'horizontalrule':
        return '<hr>';
      case 'table':
        return el('table', {}, ...children.map((row) => this.row(row)));
      default: {
        const words = this.inline(children);
        return words === '' ? '' : el('p', { dir: 'auto' }, words);
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

  private row(row: ContentNode): string {
    const cells = (row.children ?? []).map((cell) => {
      const words = (cell.children ?? []).map((block) => this.inline(block.children ?? []));
      return numberOf(cell, 'headerState') === 0
        ? el('td', { dir: 'auto' }, words.join('<br>'))
        : el('th', { dir: 'auto' }, words.join('<br>'));
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
    const evidence = this.dossier.evidenceOf.get(id);
    this.references.set(id, [...(this.references.get(id) ?? []), number]);
    this.notes.push(footnote(id, number, evidence));
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
      { role: 'doc-endnotes', class: 'notes' },
      '<h2>Notes</h2>\n',
      el('ol', {}, this.notes.join('\n')),
    );
  }
}

function formatted(html: string, format: number): string {
  const wrap = (bit: number, name: string, inner: string) =>
    (format & bit) === 0 ? inner : el(name, {}, inner);
  const code = wrap(formats.code, 'code', html);
  const struck = wrap(formats.strikethrough, 's', wrap(formats.underline, 'u', code));
  return wrap(formats.bold, 'strong', wrap(formats.italic, 'em', struck));
}

function footnote(id: string, number: number, evidence: Evidence | undefined): string {
  const note = footnoteOf(id, evidence);
  const parts = [
    note.quotation === '' ? '' : el('q', { dir: 'auto' }, esc(note.quotation)),
    note.outlet === null ? '' : `${el('cite', {}, esc(note.outlet))},`,
    `${esc(note.title)}, ${esc(note.dated)}`,
    note.url === null ? '' : el('a', { href: note.url, rel: 'noreferrer' }, esc(note.url)),
    note.warning === null ? '' : el('strong', {}, esc(note.warning)),
    evidence === undefined
      ? ''
      : el('a', { href: `#evidence-${evidence.number}` }, `In context: ${evidenceLabel(evidence)}`),
    el(
      'a',
      {
        href: `#ref-${number}`,
        role: 'doc-backlink',
        'aria-label': `Back to the text, note ${number}`,
      },
      '↩',
    ),
  ];
  return el('li', { id: `note-${number}` }, parts.filter((part) => part !== '').join(' '));
}

function annex({ evidence }: Dossier, references: ReadonlyMap<string, readonly number[]>): string {
  if (evidence.length === 0) return '';
  const entries = evidence.map((item) => {
    const links = (references.get(item.annotationId) ?? [])
      .map((number) => el('a', { href: `#ref-${number}` }, `note ${number}`))
      .join(', ');
    return el(
      'article',
      { id: `evidence-${item.number}` },
      el('h3', {}, `${evidenceLabel(item)} `, esc(sourceLine(item))),
      el(
        'blockquote',
        { dir: 'auto', lang: item.language },
        esc(item.before),
        el('mark', {}, esc(item.quote)),
        esc(item.after),
      ),
      el('p', {}, `Cited in ${links}`),
    );
  });
  return el('section', { class: 'annex' }, '<h2>Evidence</h2>\n', entries.join('\n'));
}

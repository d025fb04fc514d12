import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import {
  formats,
  numberOf,
  stringOf,
  type ContentNode,
} from '../../../../shared/briefing/content.ts';
import { textRuns } from './docx-runs.ts';
import { rightToLeft } from './language.ts';
import { safeUrl } from './safe-url.ts';

type Block = Paragraph | Table;
type ParagraphSettings = Omit<IParagraphOptions, 'children'>;

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** Writes content as Word's blocks and remembers which passage each footnote cites. */
export class DocxBody {
  /** Annotation ids, one a footnote, in the order the footnotes are numbered. */
  readonly cited: string[] = [];
  private lists = 0;

  block(node: ContentNode): Block[] {
    const children = node.children ?? [];
    switch (node.type) {
      case 'heading': {
        const level = Number(stringOf(node, 'tag').slice(1)) - 1;
        return [this.paragraph(children, { heading: headings[level] ?? HeadingLevel.HEADING_1 })];
      }
      case 'quote':
        return [this.paragraph(children, { style: 'Quote' })];
      case 'code':
        return [this.paragraph(children, { style: 'Code' })];
      case 'list':
        this.lists += 1;
        return this.list(node, 0, this.lists);
      case 'table':
        return [this.table(children)];
      case 'horizontalrule':
        return [new Paragraph({ thematicBreak: true })];
      default:
        return [this.paragraph(children, {})];
    }
  }

  private paragraph(nodes: readonly ContentNode[], settings: ParagraphSettings): Paragraph {
    return new Paragraph({
      ...settings,
      bidirectional: rightToLeft(plain(nodes)),
      children: this.inline(nodes),
    });
  }

  private list(node: ContentNode, level: number, instance: number): Block[] {
    const reference = stringOf(node, 'listType') === 'number' ? 'numbers' : 'bullets';
    return (node.children ?? []).flatMap((item) => {
      const children = item.children ?? [];
      const words = children.filter(({ type }) => type !== 'list');
      const nested = children
        .filter(({ type }) => type === 'list')
        .flatMap((inner) => this.list(inner, Math.min(8, level + 1), instance));
      const numbering = { reference, level, instance };
      const own: Block[] = words.length === 0 ? [] : [this.paragraph(words, { numbering })];
      return own.concat(nested);
    });
  }

  private table(rows: readonly ContentNode[]): Table {
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      visuallyRightToLeft: rightToLeft(plain(rows)),
      rows: rows.map((row, index) => {
        const cells = row.children ?? [];
        return new TableRow({
          tableHeader: index === 0 && cells.every((cell) => numberOf(cell, 'headerState') !== 0),
          children: cells.map((cell) => this.cell(cell)),
        });
      }),
    });
  }

  private cell(cell: ContentNode): TableCell {
    const blocks = (cell.children ?? []).map((block) => this.paragraph(block.children ?? [], {}));
    return new TableCell({
      children: blocks.length === 0 ? [new Paragraph('')] : blocks,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
    });
  }

  private inline(nodes: readonly ContentNode[]): ParagraphChild[] {
    return nodes.flatMap((node, index): ParagraphChild[] => {
      if (node.type === 'citation') {
        this.cited.push(stringOf(node, 'annotationId'));
        const reference = new FootnoteReferenceRun(this.cited.length);
        // 1 and 2 side by side would read as 12.
        return nodes[index - 1]?.type === 'citation' ? [comma(), reference] : [reference];
      }
      if (node.type === 'linebreak') return [new TextRun({ break: 1 })];
      if (node.type === 'link' || node.type === 'autolink') {
        const url = safeUrl(stringOf(node, 'url'));
        const children = this.inline(node.children ?? []);
        return url === null ? children : [new ExternalHyperlink({ link: url, children })];
      }
      if (typeof node['text'] !== 'string') return this.inline(node.children ?? []);
      return runs(node['text'], numberOf(node, 'format'));
    });
  }
}

const comma = (): TextRun => new TextRun({ text: ',', superScript: true });

const runs = (words: string, format: number): TextRun[] =>
  textRuns(words, {
    ...((format & formats.bold) === 0 ? {} : { bold: true }),
    ...((format & formats.italic) === 0 ? {} : { italics: true }),
    ...((format & formats.strikethrough) === 0 ? {} : { strike: true }),
    ...((format & formats.underline) === 0 ? {} : { underline: {} }),
    ...((format & formats.code) === 0 ? {} : { font: 'Courier New' }),
  });

const plain = (nodes: readonly ContentNode[]): string =>
  nodes.map((node) => stringOf(node, 'text') + plain(node.children ?? [])).join('');

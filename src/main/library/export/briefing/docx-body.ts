import {
  BorderStyle,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import {
  formats,
  headingLevel,
  numberOf,
  stringOf,
  type ContentNode,
} from '../../../../shared/briefing/content.ts';
import { columnWidths } from './column-widths.ts';
import { textRuns } from './docx-runs.ts';
import { ink, rightBar, tint } from './docx-styles.ts';
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

const line = { style: BorderStyle.SINGLE, size: 4, color: ink.line };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** What words take from what is around them. */
interface Inherited {
  readonly format: number;
  readonly style?: string;
}

/** Writes content as Word's blocks and remembers which passage each footnote cites. */
export class DocxBody {
  /** Annotation ids, one a footnote, in the order the footnotes are numbered. */
  readonly cited: string[] = [];
  private lists = 0;
  /** Word leaves no space behind a table: the paragraph after it brings its own. */
  private isAfterTable = false;
  private readonly width: number;

  /** `width` is that of the text, in twentieths of a point. */
  constructor(width: number) {
    this.width = width;
  }

  block(node: ContentNode): Block[] {
    const children = node.children ?? [];
    switch (node.type) {
      case 'heading': {
        // The title has a style of its own: what stands beneath it is Word's first level.
        const level = headingLevel(node) - 2;
        return [this.paragraph(children, { heading: headings[level] ?? HeadingLevel.HEADING_1 })];
      }
      case 'quote':
        return [
          this.paragraph(children, {
            style: 'Quote',
            ...(rightToLeft(plain(children)) ? rightBar : {}),
          }),
        ];
      case 'code':
        return [this.paragraph(children, { style: 'Code' })];
      case 'list':
        this.lists += 1;
        return this.list(node, 0, this.lists);
      case 'table':
        return this.tableBlock(children);
      case 'horizontalrule':
        return [new Paragraph({ thematicBreak: true })];
      default:
        return [this.paragraph(children, {})];
    }
  }

  private paragraph(
    nodes: readonly ContentNode[],
    settings: ParagraphSettings,
    format = 0,
  ): Paragraph {
    const apart = this.isAfterTable && settings.heading === undefined;
    this.isAfterTable = false;
    return new Paragraph({
      ...settings,
      ...(apart ? { spacing: { before: 200 } } : {}),
      bidirectional: rightToLeft(plain(nodes)),
      children: this.inline(nodes, { format }),
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

  private tableBlock(rows: readonly ContentNode[]): Block[] {
    const table = this.table(rows);
    this.isAfterTable = true;
    return [table];
  }

  private table(rows: readonly ContentNode[]): Table {
    return new Table({
      columnWidths: columnWidths(rows, this.width),
      layout: TableLayoutType.FIXED,
      borders: {
        top: line,
        bottom: line,
        left: none,
        right: none,
        insideHorizontal: line,
        insideVertical: none,
      },
      width: { size: 100, type: WidthType.PERCENTAGE },
      visuallyRightToLeft: rightToLeft(plain(rows)),
      rows: rows.map((row, index) => {
        const cells = row.children ?? [];
        return new TableRow({
          cantSplit: true,
          tableHeader: index === 0 && cells.every((cell) => numberOf(cell, 'headerState') !== 0),
          children: cells.map((cell) => this.cell(cell)),
        });
      }),
    });
  }

  private cell(cell: ContentNode): TableCell {
    const isHeader = numberOf(cell, 'headerState') !== 0;
    const blocks = (cell.children ?? []).map((block) =>
      this.paragraph(block.children ?? [], { style: 'TableText' }, isHeader ? formats.bold : 0),
    );
    return new TableCell({
      children: blocks.length === 0 ? [new Paragraph({ style: 'TableText' })] : blocks,
      columnSpan: numberOf(cell, 'colSpan', 1),
      rowSpan: numberOf(cell, 'rowSpan', 1),
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      ...(isHeader ? { shading: { type: ShadingType.CLEAR, fill: tint } } : {}),
    });
  }

  /** `format` is added to that of every word; `style` is a character style. */
  private inline(nodes: readonly ContentNode[], look: Inherited): ParagraphChild[] {
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
        if (url === null) return this.inline(node.children ?? [], look);
        const children = this.inline(node.children ?? [], { ...look, style: 'Hyperlink' });
        return [new ExternalHyperlink({ link: url, children })];
      }
      if (typeof node['text'] !== 'string') return this.inline(node.children ?? [], look);
      return runs(node['text'], numberOf(node, 'format') | look.format, look.style);
    });
  }
}

const comma = (): TextRun => new TextRun({ text: ',', superScript: true });

const runs = (words: string, format: number, style: string | undefined): TextRun[] =>
  textRuns(words, {
    ...(style === undefined ? {} : { style }),
    ...((format & formats.bold) === 0 ? {} : { bold: true }),
    ...((format & formats.italic) === 0 ? {} : { italics: true }),
    ...((format & formats.strikethrough) === 0 ? {} : { strike: true }),
    ...((format & formats.underline) === 0 ? {} : { underline: {} }),
    ...((format & formats.code) === 0 ? {} : { font: 'Courier New' }),
  });

const plain = (nodes: readonly ContentNode[]): string =>
  nodes.map((node) => stringOf(node, 'text') + plain(node.children ?? [])).join('');

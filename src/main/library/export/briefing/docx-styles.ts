import {
  AlignmentType,
  BorderStyle,
  LevelFormat,
  LineRuleType,
  ShadingType,
  type INumberingOptions,
  type IStylesOptions,
} from 'docx';

const latin = { ascii: 'Georgia', hAnsi: 'Georgia', cs: 'Times New Roman' };
const plain = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial' };

/** Fonts of East Asian letters, by the language most of the document is written in. */
const eastAsianFonts: Readonly<Record<string, { serif: string; sans: string }>> = {
  ja: { serif: 'Yu Mincho', sans: 'Yu Gothic' },
  ko: { serif: 'Batang', sans: 'Malgun Gothic' },
  zh: { serif: 'SimSun', sans: 'Microsoft YaHei' },
};

/** Word knows languages with their country: that where most of their speakers are. */
function withCountry(language: string): string {
  const { region = 'US' } = new Intl.Locale(language).maximize();
  return `${language}-${region}`;
}

/** The letters that a document has none of keep a default. */
const languages = (language: string) => ({
  // That of Latin letters: in Japanese or Arabic they would be broken in the middle of words.
  value: withCountry(/^(?:ja|ko|zh|ar|he)$/u.test(language) ? 'en' : language),
  eastAsia: withCountry(/^(?:ja|ko|zh)$/u.test(language) ? language : 'ja'),
  bidirectional: withCountry(/^(?:ar|he)$/u.test(language) ? language : 'ar'),
});

export const ink = { text: '1A1B1D', quiet: '4A4C50', link: '0B5868', line: 'C9C9C2' } as const;
export const tint = 'F4F4F0';

/** The height of lines in 240ths of the font's own; said to be that, or LibreOffice takes it for points. */
const leading = (line: number) => ({ line, lineRule: LineRuleType.AUTO });

const box = { style: BorderStyle.SINGLE, size: 4, color: ink.line, space: 6 };
const bar = { ...box, size: 12, space: 10 };

/** The bar of a quotation written from right to left: borders do not turn with the direction. */
export const rightBar = {
  border: { right: bar, left: { style: BorderStyle.NONE, size: 0, color: 'auto' } },
};

/** Sizes are half-points, spacing twentieths of a point. */
export function paragraphStyles(language: string): IStylesOptions {
  const fonts = eastAsianFonts[language] ?? { serif: 'Yu Mincho', sans: 'Yu Gothic' };
  const serif = { ...latin, eastAsia: fonts.serif };
  const sans = { ...plain, eastAsia: fonts.sans };
  const heading = (size: number, before: number) => ({
    run: { font: serif, size, bold: true, color: ink.text },
    paragraph: { spacing: { before, after: 80, ...leading(264) }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: { font: serif, size: 22, language: languages(language) },
        paragraph: { spacing: { after: 120, ...leading(300) } },
      },
      title: {
        run: { font: serif, size: 40, bold: true, color: ink.text },
        paragraph: { spacing: { after: 200, ...leading(240) }, keepNext: true },
      },
      heading1: heading(28, 320),
      heading2: heading(24, 260),
      heading3: heading(22, 220),
      heading4: heading(22, 200),
      heading5: heading(22, 200),
      heading6: heading(22, 200),
      footnoteText: {
        run: { font: serif, size: 18 },
        paragraph: { spacing: { after: 40, ...leading(240) } },
      },
      hyperlink: { run: { color: ink.link, underline: {} } },
    },
    paragraphStyles: [
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: 'Normal',
        quickFormat: true,
        run: { color: ink.quiet },
        paragraph: {
          indent: { start: 320, end: 320 },
          border: { left: bar },
        },
      },
      {
        id: 'HeaderBox',
        name: 'Header box',
        basedOn: 'Normal',
        run: { font: sans, size: 18 },
        paragraph: {
          spacing: { after: 0, ...leading(280) },
          shading: { type: ShadingType.CLEAR, fill: tint },
          border: { top: box, bottom: box, left: box, right: box },
          keepLines: true,
        },
      },
      {
        id: 'Evidence',
        name: 'Evidence',
        basedOn: 'Quote',
        run: { size: 20, color: ink.quiet },
        paragraph: { spacing: { after: 60, ...leading(270) }, keepLines: true, keepNext: true },
      },
      {
        id: 'Remark',
        name: 'Remark',
        basedOn: 'Normal',
        run: { font: sans, size: 17, color: ink.quiet },
        paragraph: { spacing: { after: 60, ...leading(250) }, indent: { start: 320 } },
      },
      {
        id: 'TableText',
        name: 'Table text',
        basedOn: 'Normal',
        run: { size: 20 },
        paragraph: { spacing: { after: 0, ...leading(260) } },
      },
      {
        id: 'Bibliography',
        name: 'Bibliography',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: {
          indent: { start: 480, hanging: 480 },
          spacing: { after: 80 },
          keepLines: true,
        },
      },
      { id: 'Code', name: 'Code', basedOn: 'Normal', run: { font: 'Courier New', size: 18 } },
      {
        id: 'Footer',
        name: 'Footer',
        basedOn: 'Normal',
        run: { font: sans, size: 16, color: ink.quiet },
        paragraph: { spacing: { after: 0, ...leading(240) } },
      },
    ],
  };
}

const levels = Array.from({ length: 9 }, (_, level) => level);
const indent = (level: number) => ({
  paragraph: { indent: { start: 480 * (level + 1), hanging: 300 }, spacing: { after: 60 } },
});

export const listNumbering: INumberingOptions = {
  config: [
    {
      reference: 'bullets',
      levels: levels.map((level) => ({
        level,
        format: LevelFormat.BULLET,
        text: level % 2 === 0 ? '•' : '–',
        alignment: AlignmentType.START,
        style: indent(level),
      })),
    },
    {
      reference: 'numbers',
      levels: levels.map((level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        alignment: AlignmentType.START,
        style: indent(level),
      })),
    },
  ],
};

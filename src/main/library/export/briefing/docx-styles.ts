import { AlignmentType, LevelFormat, type INumberingOptions, type IStylesOptions } from 'docx';

const serif = { ascii: 'Georgia', hAnsi: 'Georgia', eastAsia: 'Yu Mincho', cs: 'Times New Roman' };
const sans = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'Yu Gothic', cs: 'Arial' };

/** Word knows languages with their country; the letters that a document has none of keep a default. */
const countries: Readonly<Record<string, string>> = {
  ar: 'ar-SA',
  en: 'en-US',
  he: 'he-IL',
  ja: 'ja-JP',
  ko: 'ko-KR',
  zh: 'zh-CN',
};

const languages = (language: string) => ({
  value: countries[language] ?? 'en-US',
  eastAsia: /^(?:ja|ko|zh)$/u.test(language) ? (countries[language] ?? 'ja-JP') : 'ja-JP',
  bidirectional: /^(?:ar|he)$/u.test(language) ? (countries[language] ?? 'ar-SA') : 'ar-SA',
});

const heading = (size: number, before: number) => ({
  run: { font: serif, size, bold: true, color: '1A1B1D' },
  paragraph: { spacing: { before, after: 80 }, keepNext: true },
});

/** Sizes are half-points, spacing twentieths of a point. */
export const paragraphStyles = (language: string): IStylesOptions => ({
  default: {
    document: {
      run: {
        font: serif,
        size: 22,
        language: languages(language),
      },
      paragraph: { spacing: { after: 120, line: 300 } },
    },
    title: { run: { font: serif, size: 40, bold: true }, paragraph: { spacing: { after: 160 } } },
    heading1: heading(30, 320),
    heading2: heading(26, 280),
    heading3: heading(22, 220),
    heading4: heading(22, 200),
    heading5: heading(22, 200),
    heading6: heading(22, 200),
    footnoteText: {
      run: { font: serif, size: 18 },
      paragraph: { spacing: { after: 40, line: 240 } },
    },
    hyperlink: { run: { color: '0B5868', underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      quickFormat: true,
      run: { color: '4A4C50' },
      paragraph: { indent: { left: 480 } },
    },
    {
      id: 'HeaderBox',
      name: 'Header box',
      basedOn: 'Normal',
      run: { font: sans, size: 18 },
      paragraph: { spacing: { after: 20, line: 260 } },
    },
    {
      id: 'Bibliography',
      name: 'Bibliography',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { indent: { left: 480, hanging: 480 }, spacing: { after: 80 } },
    },
    { id: 'Code', name: 'Code', basedOn: 'Normal', run: { font: 'Courier New', size: 18 } },
  ],
});

const levels = Array.from({ length: 9 }, (_, level) => level);
const indent = (level: number) => ({
  paragraph: { indent: { left: 480 * (level + 1), hanging: 300 } },
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

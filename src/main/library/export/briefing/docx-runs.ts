import { ExternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import type { Run } from '../csl/runs.ts';
import { byDirection } from './language.ts';
import { xmlText } from './xml-text.ts';

type Look = Omit<IRunOptions, 'text' | 'children'>;

/**
 * Fonts of Korean and Chinese words; Japanese ones are the styles' own. Word takes them for East
 * Asian letters only.
 */
function eastAsian(words: string): Look {
  if (/\p{sc=Hangul}/u.test(words)) {
    return { font: { eastAsia: 'Batang' }, language: { eastAsia: 'ko-KR' } };
  }
  return /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(words)
    ? { font: { eastAsia: 'Yu Mincho' }, language: { eastAsia: 'ja-JP' } }
    : {};
}

/** Words as runs, one a direction: Word sets the complex-script font and order by the run. */
export const textRuns = (words: string, look: Look = {}): TextRun[] =>
  byDirection(words).map(
    ({ text, rtl }) =>
      new TextRun({
        ...eastAsian(text),
        ...look,
        text: xmlText(text),
        ...(rtl ? { rightToLeft: true } : {}),
      }),
  );

export const link = (url: string, words: string): ExternalHyperlink =>
  new ExternalHyperlink({ link: url, children: textRuns(words, { style: 'Hyperlink' }) });

/** A formatted reference. */
export const referenceRuns = (runs: readonly Run[]): ParagraphChild[] =>
  runs.flatMap((run): ParagraphChild[] =>
    run.href === undefined
      ? textRuns(run.text, {
          ...(run.italic === true ? { italics: true } : {}),
          ...(run.bold === true ? { bold: true } : {}),
          ...(run.superscript === true ? { superScript: true } : {}),
          ...(run.subscript === true ? { subScript: true } : {}),
          ...(run.smallCaps === true ? { smallCaps: true } : {}),
        })
      : [link(run.href, run.text)],
  );

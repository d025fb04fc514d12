import { ExternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import type { Run } from '../csl/runs.ts';
import { byDirection, isEastAsian, staysUpright } from './language.ts';
import { xmlText } from './xml-text.ts';

type Look = Omit<IRunOptions, 'text' | 'children'>;

/** Fonts and languages of East Asian words. Word takes them for East Asian letters only. */
const eastAsianLooks: Readonly<Record<'ja' | 'ko' | 'zh', Look>> = {
  ja: { font: { eastAsia: 'Yu Mincho' }, language: { eastAsia: 'ja-JP' } },
  ko: { font: { eastAsia: 'Batang' }, language: { eastAsia: 'ko-KR' } },
  zh: { font: { eastAsia: 'SimSun' }, language: { eastAsia: 'zh-CN' } },
};

/** More Han letters in a row, without any kana, than Japanese writes. */
const chinese = /\p{sc=Han}{8}/u;

/** The look of words that hold East Asian letters, which are not set in italics. */
function eastAsian(words: string): Look {
  if (!isEastAsian(words)) return {};
  if (/\p{sc=Hangul}/u.test(words)) return eastAsianLooks.ko;
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(words)) return eastAsianLooks.ja;
  return chinese.test(words) ? eastAsianLooks.zh : {};
}

const upright = (words: string): Look =>
  staysUpright(words) ? { italics: false, italicsComplexScript: false } : {};

const rtlLanguage = (words: string): Look =>
  /\p{sc=Hebrew}/u.test(words) ? { language: { bidirectional: 'he-IL' } } : {};

/** Words as runs, one a direction: Word sets the complex-script font and order by the run. */
export const textRuns = (words: string, look: Look = {}): TextRun[] =>
  byDirection(words).map(
    ({ text, rtl }) =>
      new TextRun({
        ...eastAsian(text),
        ...look,
        ...upright(text),
        text: xmlText(text),
        ...(rtl ? { ...rtlLanguage(text), rightToLeft: true } : {}),
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

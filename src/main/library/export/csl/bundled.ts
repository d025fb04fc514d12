import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BundledStyle } from '../../../../shared/contract/methods/styles.ts';
import { readStyle, type CslStyle } from './style-file.ts';

const files: Readonly<Record<BundledStyle, string>> = {
  chicago: 'chicago-fullnote-bibliography.csl',
  apa: 'apa.csl',
  harvard: 'harvard-cite-them-right.csl',
};

/** A style that comes with Attache; `resources` is the folder of bundled data. */
export const bundledStyle = (resources: string, id: BundledStyle): CslStyle =>
  readStyle(readFileSync(join(resources, 'csl', files[id]), 'utf8'));

const locales: Readonly<Record<string, string>> = {
  ar: 'ar',
  de: 'de-DE',
  en: 'en-US',
  es: 'es-ES',
  fr: 'fr-FR',
  he: 'he-IL',
  ja: 'ja-JP',
  ko: 'ko-KR',
  zh: 'zh-CN',
};

/** The bundled locale nearest to a BCP 47 tag; US English, as CSL has it, where there is none. */
export const localeFor = (tag: string): string =>
  tag.toLowerCase() === 'en-gb'
    ? 'en-GB'
    : (locales[tag.split('-')[0]?.toLowerCase() ?? ''] ?? 'en-US');

/** A locale file's XML. */
export const localeXml = (resources: string, tag: string): string =>
  readFileSync(join(resources, 'csl', `locales-${localeFor(tag)}.xml`), 'utf8');

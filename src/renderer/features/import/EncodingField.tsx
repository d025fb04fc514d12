import { useId } from 'react';
import { encodingChoices } from '../../../shared/model/encodings.ts';
import type { PreviewItem } from '../../../shared/model/import.ts';
import { useMessages, type MessageKey } from '../../messages/messages.ts';
import { Select } from '../../ui/Select.tsx';
import css from './EncodingField.module.css';
import { rereadAs } from './look-over.ts';

const scripts: Readonly<Record<string, MessageKey>> = {
  'windows-1252': 'imports.encodingWestern',
  macintosh: 'imports.encodingWestern',
  'windows-1250': 'imports.encodingCentral',
  'iso-8859-2': 'imports.encodingCentral',
  'windows-1251': 'imports.encodingCyrillic',
  'koi8-r': 'imports.encodingCyrillic',
  'koi8-u': 'imports.encodingCyrillic',
  'windows-1253': 'imports.encodingGreek',
  'windows-1254': 'imports.encodingTurkish',
  'windows-1255': 'imports.encodingHebrew',
  'windows-1256': 'imports.encodingArabic',
  'windows-1257': 'imports.encodingBaltic',
  'windows-1258': 'imports.encodingVietnamese',
  shift_jis: 'imports.encodingJapanese',
  'euc-jp': 'imports.encodingJapanese',
  'iso-2022-jp': 'imports.encodingJapanese',
  'euc-kr': 'imports.encodingKorean',
  gb18030: 'imports.encodingChinese',
  big5: 'imports.encodingChineseTraditional',
};

/** The encoding a text file was read in, how sure that is, and a way to choose another. */
export function EncodingField({ item }: { readonly item: PreviewItem }) {
  const m = useMessages();
  const id = useId();
  const { encoding, encodingConfidence } = item;
  if (encoding === null) return null;
  const choices: readonly string[] = encodingChoices;
  const nameOf = (choice: string) => {
    const script = scripts[choice];
    return script === undefined
      ? choice.toUpperCase()
      : m('imports.encodingOf', { name: choice, script: m(script) });
  };
  const note =
    encodingConfidence === null
      ? m('imports.encodingGiven')
      : m('imports.encodingDetected', { percent: Math.round(encodingConfidence * 100) });
  return (
    <section className={css.field}>
      <label className={css.label} htmlFor={id}>
        {m('imports.encoding')}
      </label>
      <Select
        id={id}
        value={encoding}
        options={(choices.includes(encoding) ? choices : [encoding, ...choices]).map((value) => ({
          value,
          label: nameOf(value),
        }))}
        aria-describedby={`${id}-note`}
        onChange={(chosen) => void rereadAs(item.key, chosen)}
      />
      <p id={`${id}-note`} className={css.note}>
        {note}
      </p>
    </section>
  );
}

import {
  documentLanguages,
  type DocumentLanguage,
} from '../../../shared/model/document-language.ts';
import { useMethod } from '../../api/use-method.ts';
import { languageName } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { Select } from '../../ui/Select.tsx';
import css from './ExportDialog.module.css';

export interface LanguageFieldProps {
  readonly briefingId: string;
  /** Undefined for that of the briefing's text. */
  readonly value: DocumentLanguage | undefined;
  readonly onChange: (language: DocumentLanguage | undefined) => void;
}

/** The language of what an exported document says beside its text. */
export function LanguageField({ briefingId, value, onChange }: LanguageFieldProps) {
  const m = useMessages();
  const { data } = useMethod('styles.preview', { briefingId });
  const own = data?.language;
  return (
    <label className={css.field}>
      <span className={css.label}>{m('exports.language')}</span>
      <Select
        value={value ?? own ?? 'en'}
        options={documentLanguages.map((language) => ({
          value: language,
          label:
            language === own
              ? m('exports.languageOfBriefing', { language: languageName(language) })
              : languageName(language),
        }))}
        onChange={(chosen) => onChange(chosen === own ? undefined : chosen)}
      />
    </label>
  );
}

import { languageName } from '../messages/dates.ts';
import { useMessages } from '../messages/messages.ts';
import { Select } from '../ui/Select.tsx';

/** Languages of news that are written often; a text's own is added where it is another. */
const languages =
  'ar bn cs da de el en es fa fi fr he hi hu id it ja ko ms nb nl pl pt ro ru sv sw th tl tr uk ur vi zh'.split(
    ' ',
  );

export interface LanguageSelectProps {
  readonly label: string;
  /** BCP 47, or null where it is unknown. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: () => void;
  readonly focused?: boolean;
}

export function LanguageSelect({ label, value, onChange, onBlur, focused }: LanguageSelectProps) {
  const m = useMessages();
  const all = value === null || languages.includes(value) ? languages : [value, ...languages];
  const named = all
    .map((tag) => ({ value: tag, label: languageName(tag) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <Select
      aria-label={label}
      value={value ?? ''}
      options={[{ value: '', label: m('metadata.unknown') }, ...named]}
      ref={(element) => {
        if (focused === true) element?.focus();
      }}
      onBlur={onBlur}
      onChange={(tag) => onChange(tag === '' ? null : tag)}
    />
  );
}

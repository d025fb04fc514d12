import { useRef } from 'react';
import type { Settings } from '../../../shared/contract/methods/settings.ts';
import {
  bundledStyles,
  type CitationStyle,
  type ReferenceRun,
} from '../../../shared/contract/methods/styles.ts';
import type { DocumentLanguage } from '../../../shared/model/document-language.ts';
import { client } from '../../api/client.ts';
import { showError } from '../../api/show-error.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { changeSettings } from '../../state/settings.ts';
import { Select } from '../../ui/Select.tsx';
import css from './ExportDialog.module.css';

type StyleSettings = Pick<Settings, 'citationStyle' | 'ownStyle'>;

/** The style that was chosen last, as methods take it. */
export function chosenStyle({ citationStyle, ownStyle }: StyleSettings): CitationStyle | undefined {
  if (citationStyle === 'own') return ownStyle === null ? undefined : { csl: ownStyle.csl };
  return bundledStyles.find((id) => id === citationStyle);
}

export interface StyleFieldProps {
  readonly settings: StyleSettings;
  readonly briefingId: string | undefined;
  /** Undefined for that of the briefing's text. */
  readonly language: DocumentLanguage | undefined;
}

/** The citation style of an export, with one source written in it. The choice is kept. */
export function StyleField({ settings, briefingId, language }: StyleFieldProps) {
  const m = useMessages();
  const file = useRef<HTMLInputElement>(null);
  const { citationStyle, ownStyle } = settings;
  const style = chosenStyle(settings);
  const { data: bundled } = useMethod('styles.list', {});
  const { data: preview } = useMethod(
    'styles.preview',
    {
      ...(style === undefined ? {} : { style }),
      ...(briefingId === undefined ? {} : { briefingId }),
      ...(language === undefined ? {} : { language }),
    },
    { keepPrevious: true },
  );
  const choose = (value: string) => {
    if (value === 'file') {
      file.current?.click();
      return;
    }
    const known = (['plain', ...bundledStyles, 'own'] as const).find((each) => each === value);
    if (known !== undefined) void changeSettings({ citationStyle: known });
  };
  const take = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    try {
      const csl = await chosen.text();
      const { title } = await client.call('styles.preview', { style: { csl } });
      await changeSettings({ citationStyle: 'own', ownStyle: { name: title.slice(0, 500), csl } });
    } catch (error) {
      showError(error);
    }
  };
  return (
    <>
      <label className={css.field}>
        <span className={css.label}>{m('exports.style')}</span>
        <Select
          value={citationStyle === 'own' && ownStyle === null ? 'plain' : citationStyle}
          options={[
            { value: 'plain', label: m('exports.stylePlain') },
            ...(bundled?.items ?? []).map(({ id, title }) => ({ value: id, label: title })),
            ...(ownStyle === null ? [] : [{ value: 'own' as const, label: ownStyle.name }]),
            { value: 'file', label: m('exports.styleFile') },
          ]}
          onChange={choose}
        />
      </label>
      <input
        ref={file}
        type="file"
        accept=".csl,application/vnd.citationstyles.style+xml"
        hidden
        aria-label={m('exports.styleFile')}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {preview !== undefined && preview.note.length > 0 && (
        <dl className={css.preview}>
          <dt>{m('exports.styleNote')}</dt>
          <dd>
            <Reference runs={preview.note} />
          </dd>
          <dt>{m('exports.styleSource')}</dt>
          <dd>
            <Reference runs={preview.source} />
          </dd>
        </dl>
      )}
    </>
  );
}

const Reference = ({ runs }: { readonly runs: readonly ReferenceRun[] }) => (
  <bdi>
    {runs.map(({ text, italic, bold }, index) => {
      // Runs have no identity of their own: their order is what they are.
      const key = `${index} ${text}`;
      if (italic === true) return <i key={key}>{text}</i>;
      return bold === true ? <b key={key}>{text}</b> : <span key={key}>{text}</span>;
    })}
  </bdi>
);

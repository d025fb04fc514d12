import { useState } from 'react';
import { showError } from '../../api/show-error.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages, type MessageKey } from '../../messages/messages.ts';
import { useRoute } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { showToast } from '../../ui/toast/toasts.ts';
import css from './ExportDialog.module.css';
import { exportFile } from './save-file.ts';

const formats = ['docx', 'html', 'md'] as const;
type Format = (typeof formats)[number];

const hints: Readonly<Record<Format | 'jsonld', MessageKey>> = {
  docx: 'exports.docxHint',
  html: 'exports.htmlHint',
  md: 'exports.mdHint',
  jsonld: 'exports.jsonldHint',
};

const allAnnotations = 'annotations';

/** A title as a file name that every system takes. */
const fileName = (title: string): string =>
  title
    .replace(/[<>:"/\\|?*\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);

export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages();
  const route = useRoute();
  const { data: briefings } = useMethod('briefings.list', {});
  const [chosen, setChosen] = useState<string | null>(route.name === 'briefing' ? route.id : null);
  const [format, setFormat] = useState<Format>('docx');
  const [pending, setPending] = useState(false);
  const what = chosen ?? briefings?.items[0]?.id ?? allAnnotations;
  const title = briefings?.items.find(({ id }) => id === what)?.title || m('exports.untitled');
  const save = async () => {
    setPending(true);
    try {
      const place =
        what === allAnnotations
          ? await exportFile('export.annotations', { format: 'jsonld' }, 'annotations.jsonld')
          : await exportFile(
              'export.briefing',
              { id: what, format },
              `${fileName(title)}.${format}`,
            );
      if (place === null) return;
      onClose();
      showToast({ message: m('exports.saved', { place }) });
    } catch (error) {
      showError(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <Dialog
      title={m('exports.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{m('ui.cancel')}</Button>
          <Button look="primary" pending={pending} onClick={() => void save()}>
            {m('exports.export')}
          </Button>
        </>
      }
    >
      <label className={css.field}>
        <span className={css.label}>{m('exports.what')}</span>
        <select
          className={css.select}
          value={what}
          data-autofocus
          onChange={(event) => setChosen(event.target.value)}
        >
          {briefings?.items.map(({ id, title: name }) => (
            <option key={id} value={id}>
              {m('exports.briefing')}: {name || m('exports.untitled')}
            </option>
          ))}
          <option value={allAnnotations}>{m('exports.annotations')}</option>
        </select>
      </label>
      <fieldset className={css.formats}>
        <legend className={css.label}>{m('exports.format')}</legend>
        {(what === allAnnotations ? (['jsonld'] as const) : formats).map((each) => (
          <label key={each} className={css.format}>
            <input
              type="radio"
              name="format"
              checked={each === 'jsonld' || each === format}
              onChange={() => {
                if (each !== 'jsonld') setFormat(each);
              }}
            />
            <span>
              {m(`exports.${each}`)}
              <span className={css.hint}>{m(hints[each])}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}

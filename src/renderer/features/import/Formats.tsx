import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import css from './Formats.module.css';

/** What can be imported, from the registry of formats. */
export function Formats() {
  const m = useMessages();
  const { data } = useMethod('import.formats', {});
  if (data === undefined) return null;
  return (
    <details className={css.formats}>
      <summary className={css.summary}>
        {m('imports.formats', { count: data.items.length })}
      </summary>
      <dl className={css.list}>
        {data.items.map(({ id, label, extensions }) => (
          <div key={id} className={css.format}>
            <dt>{label}</dt>
            <dd className={css.endings}>{extensions.map((ending) => `.${ending}`).join(' ')}</dd>
          </div>
        ))}
      </dl>
      <p className={css.note}>{m('imports.formatsNote')}</p>
    </details>
  );
}

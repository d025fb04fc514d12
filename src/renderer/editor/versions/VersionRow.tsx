import { formatMoment } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { classNames } from '../../ui/class-names.ts';
import rows from '../../ui/list/row.module.css';
import css from './VersionRow.module.css';

interface VersionRowProps {
  readonly name: string;
  /** A person, or its number, named it. */
  readonly named: boolean;
  /** How it came to be, where that differs from one to the next. */
  readonly origin?: string;
  /** ISO 8601. */
  readonly created: string;
  readonly words: number;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One version in a list of them: of a document, or of an article's text. */
export function VersionRow(props: VersionRowProps) {
  const m = useMessages();
  const { name, named, origin, created, words, chosen, onChoose } = props;
  return (
    <button
      type="button"
      className={classNames(rows.row, css.row)}
      aria-current={chosen ? 'true' : undefined}
      onClick={onChoose}
    >
      <span className={css.name} data-named={named || undefined}>
        {name}
      </span>
      {origin !== undefined && <span className={css.meta}>{origin}</span>}
      <span className={css.meta}>
        <time dateTime={created}>{formatMoment(created)}</time> ·{' '}
        {m('versions.words', { count: words })}
      </span>
    </button>
  );
}

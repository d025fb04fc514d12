import { useId } from 'react';
import type { Attached, PreviewRecord } from '../../../shared/model/import.ts';
import { useMessages, type MessageKey, type Messages } from '../../messages/messages.ts';
import { href } from '../../state/route.ts';
import css from './Records.module.css';

const fieldNames: Readonly<Record<Attached['filled'][number], MessageKey>> = {
  title: 'imports.recordTitle',
  'container-title': 'imports.recordOutlet',
  author: 'imports.recordAuthor',
  issued: 'imports.recordIssued',
  URL: 'imports.recordAddress',
  language: 'imports.recordLanguage',
  accessed: 'imports.recordAccessed',
  section: 'imports.recordSection',
  page: 'imports.recordPage',
  edition: 'imports.recordEdition',
  volume: 'imports.recordVolume',
  issue: 'imports.recordIssue',
  genre: 'imports.recordGenre',
  dimensions: 'imports.recordDimensions',
  archive: 'imports.recordArchive',
  number: 'imports.recordNumber',
};

const ways: Readonly<Record<Attached['by'], MessageKey>> = {
  url: 'imports.recordByAddress',
  doi: 'imports.recordByDoi',
  title: 'imports.recordByTitle',
};

const listOf = (m: Messages, fields: Attached['filled']): string =>
  new Intl.ListFormat('en').format(fields.map((field) => m(fieldNames[field])));

/** What one record adds to an article, and what the article keeps of its own. */
function words(m: Messages, { filled, kept, by, source }: Omit<Attached, 'articleId'>): string {
  const said = [
    filled.length > 0
      ? m('imports.recordFills', { fields: listOf(m, filled) })
      : m('imports.recordFillsNothing'),
    ...(kept.length > 0 ? [m('imports.recordKeeps', { fields: listOf(m, kept) })] : []),
    m(ways[by]),
    source,
  ];
  return said.join(' · ');
}

type Shown = Omit<PreviewRecord, 'row'>;

export interface RecordsProps {
  readonly label: string;
  readonly records: readonly Shown[];
  /** Lets the person choose: true where a record is to be used. */
  readonly choice?: {
    readonly isChosen: (key: string) => boolean;
    readonly choose: (key: string, chosen: boolean) => void;
  };
}

/** Records of a bibliography and the articles they fill. */
export function Records({ label, records, choice }: RecordsProps) {
  const m = useMessages();
  const id = useId();
  if (records.length === 0) return null;
  return (
    <section>
      <h2 id={id} className={css.label}>
        {label}
      </h2>
      <ul className={css.list} aria-labelledby={id}>
        {records.map((record) => (
          <li key={record.key} className={css.row}>
            {choice !== undefined && (
              <input
                type="checkbox"
                aria-label={m('imports.recordUse', { title: record.title })}
                checked={choice.isChosen(record.key)}
                onChange={(event) => choice.choose(record.key, event.target.checked)}
              />
            )}
            <div className={css.words}>
              {record.articleId === null ? (
                <span className={css.title}>{record.title}</span>
              ) : (
                <a className={css.title} href={href({ name: 'article', id: record.articleId })}>
                  {record.title}
                </a>
              )}
              <p className={css.note}>{words(m, record)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

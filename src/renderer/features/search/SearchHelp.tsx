import { useMessages } from '../../messages/messages.ts';
import css from './SearchHelp.module.css';

/** What can be written, each beside a message of what it finds. The words are examples, not data. */
const examples = [
  ['words', 'ferry harbour'],
  ['phrase', '"night ferry"'],
  ['or', 'ferry OR boat'],
  ['not', 'ferry -market'],
  ['group', '(ferry OR boat) harbour'],
  ['prefix', 'harb*'],
  ['fuzzy', 'harbor~'],
  ['title', 'title:ferry'],
  ['outlet', 'outlet:"Harbour Post"'],
  ['actor', 'actor:"Ruth Adler"'],
  ['said', 'said:Adler'],
  ['tag', 'tag:transport'],
  ['dates', 'after:2025-11 before:2026'],
  ['in', 'in:notes'],
] as const;

/** How a search can be written. */
export function SearchHelp() {
  const m = useMessages();
  return (
    // It may be longer than the view, and is scrolled by the keys.
    <div className={css.help} role="region" aria-label={m('search.help')} tabIndex={0}>
      <h2 className={css.title}>{m('search.help')}</h2>
      <dl>
        {examples.map(([key, example]) => (
          <div key={key} className={css.row}>
            <dt className={css.example}>{example}</dt>
            <dd className={css.finds}>{m(`search.helpOf.${key}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

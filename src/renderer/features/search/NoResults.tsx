import type { SearchResult } from '../../../shared/model/search.ts';
import { useMessages } from '../../messages/messages.ts';
import { SearchHelp } from './SearchHelp.tsx';
import css from './SearchView.module.css';
import { useSettled } from './use-search.ts';
import { WithoutOne } from './WithoutOne.tsx';

export interface NoResultsProps extends Pick<SearchResult, 'understood'> {
  readonly q: string;
}

/** In place of results: why there are none, and how else a search can be written. */
export function NoResults({ q, understood }: NoResultsProps) {
  const m = useMessages();
  const settled = useSettled(q);
  const asked = understood.filter(({ kind }) => kind !== 'operator').length;
  return (
    <>
      {asked > 0 && (
        <p className={css.hint}>{m(asked === 1 ? 'search.nothing' : 'search.nothingOfAll')}</p>
      )}
      {settled && <WithoutOne q={q} understood={understood} />}
      <SearchHelp />
    </>
  );
}

import type { SearchResult } from '../../../shared/model/search.ts';
import { useMessages } from '../../messages/messages.ts';
import css from './SearchView.module.css';
import { SearchHelp } from './SearchHelp.tsx';

/** In place of results: why there are none, and how else a search can be written. */
export function NoResults({ understood }: Pick<SearchResult, 'understood'>) {
  const m = useMessages();
  const asked = understood.filter(({ kind }) => kind !== 'operator').length;
  return (
    <>
      {asked > 0 && (
        <p className={css.hint}>{m(asked === 1 ? 'search.nothing' : 'search.nothingOfAll')}</p>
      )}
      <SearchHelp />
    </>
  );
}

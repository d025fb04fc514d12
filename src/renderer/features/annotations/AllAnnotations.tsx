import { ListFilter } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { useMedia } from '../../state/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import css from './AllAnnotations.module.css';
import { narrow, useAnnotationView, widen } from './annotation-view.ts';
import { ImportAnnotations } from './ImportAnnotations.tsx';
import { NarrowDown } from './NarrowDown.tsx';
import { PassageList } from './PassageList.tsx';
import { SortMenu } from './SortMenu.tsx';

const none: readonly string[] = [];
/** How long typing must rest before the list follows, in ms. */
const rest = 200;

/** Every passage of the library: narrowed down, sorted, and changed many at a time. */
export function AllAnnotations() {
  const m = useMessages();
  const { filter, sort } = useAnnotationView();
  const { data } = useMethod('annotations.ids', { ...filter, sort }, { keepPrevious: true });
  const wide = useMedia('(min-width: 1000px)');
  const [asked, setAsked] = useState(false);
  const ids = data?.ids ?? none;
  const isNarrowed = useMemo(
    () => Object.values(filter).some((value) => value !== undefined),
    [filter],
  );
  return (
    <section className={css.view} aria-label={m('annotations.title')}>
      <div className={css.main}>
        <header className={css.header}>
          <h1 className={css.title}>{m('annotations.title')}</h1>
          <span className={css.count}>{m('annotations.count', { count: ids.length })}</span>
          <WordsFilter />
          <SortMenu />
          <ImportAnnotations />
          {!wide && (
            <Button
              look="plain"
              icon={ListFilter}
              aria-expanded={asked}
              onClick={() => setAsked(!asked)}
            >
              {m('annotations.narrow')}
            </Button>
          )}
        </header>
        {data !== undefined && ids.length === 0 ? (
          <EmptyState
            action={
              isNarrowed ? <Button onClick={widen}>{m('annotations.filterAll')}</Button> : undefined
            }
          >
            {m(isNarrowed ? 'annotations.noneSo' : 'annotations.none')}
          </EmptyState>
        ) : (
          <PassageList ids={ids} />
        )}
      </div>
      {(wide || asked) && <NarrowDown />}
    </section>
  );
}

/** Words a passage, its comment or its tags must have. */
function WordsFilter() {
  const m = useMessages();
  const asked = useAnnotationView(({ filter }) => filter.text ?? '');
  const [words, setWords] = useState(asked);
  useEffect(() => {
    const timer = setTimeout(() => narrow({ text: words.trim() === '' ? undefined : words }), rest);
    return () => clearTimeout(timer);
  }, [words]);
  return <SearchField label={m('annotations.words')} value={words} onChange={setWords} />;
}

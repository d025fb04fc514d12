import type { Near } from '../../../shared/model/search.ts';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import css from './NearWords.module.css';
import { corrected } from './corrected.ts';

export interface NearWordsProps {
  readonly q: string;
  readonly near: readonly Near[];
}

/** For a word or a name with no hit: those of the library that look like it. */
export function NearWords({ q, near }: NearWordsProps) {
  const m = useMessages();
  const show = (query: string) => navigate({ name: 'search', q: query }, { replace: true });
  const missing = near.filter(({ suggestions }) => suggestions.length > 0);
  // From the last to the first: what stands before keeps its place.
  const nearest = missing
    .toSorted((a, b) => b.start - a.start)
    .reduce((query, item) => corrected(query, item, item.suggestions[0] ?? item.word), q);
  return (
    <>
      {missing.length > 1 && (
        <p className={css.near}>
          {m('search.didYouMean')}
          <Button
            look="link"
            aria-label={m('search.tryWord', { word: nearest })}
            onClick={() => show(nearest)}
          >
            {nearest}
          </Button>
        </p>
      )}
      {near.map((item) => (
        <p key={item.start} className={css.near}>
          {item.field === undefined
            ? m('search.near', { word: item.word })
            : m('search.unknownValue', {
                field: item.field,
                word: item.word,
                near: item.suggestions.length,
              })}
          {item.suggestions.map((suggestion) => (
            <Button
              key={suggestion}
              look="link"
              aria-label={m('search.tryWord', { word: suggestion })}
              onClick={() => show(corrected(q, item, suggestion))}
            >
              {suggestion}
            </Button>
          ))}
        </p>
      ))}
    </>
  );
}

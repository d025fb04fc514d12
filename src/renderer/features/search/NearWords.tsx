import type { Near } from '../../../shared/model/search.ts';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import css from './NearWords.module.css';

export interface NearWordsProps {
  readonly q: string;
  readonly near: readonly Near[];
}

/** For a word with no hit: words the library has that look like it. */
export function NearWords({ q, near }: NearWordsProps) {
  const m = useMessages();
  const show = (corrected: string) => navigate({ name: 'search', q: corrected }, { replace: true });
  const missing = near.filter(({ suggestions }) => suggestions.length > 0);
  const nearest = missing.reduce(
    (query, { word, suggestions: [first = word] }) => query.replace(word, first),
    q,
  );
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
      {missing.map(({ word, suggestions }) => (
        <p key={word} className={css.near}>
          {m('search.near', { word })}
          {suggestions.map((suggestion) => (
            <Button
              key={suggestion}
              look="link"
              aria-label={m('search.tryWord', { word: suggestion })}
              onClick={() => show(q.replace(word, suggestion))}
            >
              {suggestion}
            </Button>
          ))}
        </p>
      ))}
    </>
  );
}

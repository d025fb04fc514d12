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
  const take = (word: string, suggestion: string) =>
    navigate({ name: 'search', q: q.replace(word, suggestion) }, { replace: true });
  return near
    .filter(({ suggestions }) => suggestions.length > 0)
    .map(({ word, suggestions }) => (
      <p key={word} className={css.near}>
        {m('search.near', { word })}
        {suggestions.map((suggestion) => (
          <Button
            key={suggestion}
            look="link"
            aria-label={m('search.tryWord', { word: suggestion })}
            onClick={() => take(word, suggestion)}
          >
            {suggestion}
          </Button>
        ))}
      </p>
    ));
}

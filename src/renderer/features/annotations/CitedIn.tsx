import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { href } from '../../state/route.ts';
import { Popover } from '../../ui/menu/Popover.tsx';
import css from './CitedIn.module.css';

export interface CitedInProps {
  readonly annotationId: string;
  /** The documents that cite the passage. */
  readonly ids: readonly string[];
}

/** In how many briefings and notes a passage is cited; opens the list of their sentences. */
export function CitedIn({ annotationId, ids }: CitedInProps) {
  const m = useMessages();
  if (ids.length === 0) return null;
  const label = m('annotations.citedIn', { count: ids.length });
  return (
    <Popover
      label={label}
      placement="bottom-end"
      trigger={
        <button type="button" className={css.cited}>
          {label}
        </button>
      }
    >
      {(close) => <Places annotationId={annotationId} onFollow={close} />}
    </Popover>
  );
}

interface PlacesProps {
  readonly annotationId: string;
  readonly onFollow: () => void;
}

function Places({ annotationId, onFollow }: PlacesProps) {
  const m = useMessages();
  const { data } = useMethod('citations.list', { annotationId });
  return (
    <ul className={css.places}>
      {data?.items.map(({ documentId, kind, title, sentences }) => (
        <li key={documentId}>
          <a className={css.title} href={href({ name: kind, id: documentId })} onClick={onFollow}>
            {title || m(`annotations.untitled.${kind}`)}
          </a>
          {sentences.map(({ text, start, end }) => (
            <a
              key={start}
              className={css.sentence}
              href={href({ name: kind, id: documentId, start, end })}
              onClick={onFollow}
            >
              {text}
            </a>
          ))}
        </li>
      ))}
    </ul>
  );
}

import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { shownValue } from '../../metadata/fields.ts';
import { beginningOf } from '../../../shared/text/shorten.ts';
import { takeAll } from './edit-fields.ts';
import type { Waiting } from './proposed.ts';

/** Of what is taken; the whole of it stands in the table. */
const mostNamed = 4;
const longestNamed = 30;

/** Takes every value that was read but waits for the person, and names the first of them. */
export function TakeAll({ waiting }: { readonly waiting: readonly Waiting[] }) {
  const m = useMessages();
  const values = [
    ...new Set(
      waiting.map(({ field, value }) => beginningOf(shownValue(field, value), longestNamed)),
    ),
  ];
  const named = values.slice(0, mostNamed).join(', ');
  return (
    <Button look="link" onClick={() => takeAll(waiting)}>
      {m('imports.takeAll', { count: waiting.length })}
      {named !== '' &&
        m('imports.takeAllOf', { named, more: Math.max(0, values.length - mostNamed) })}
    </Button>
  );
}

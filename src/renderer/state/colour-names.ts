import { useCallback } from 'react';
import type { Colour } from '../../shared/model/annotation.ts';
import { useMethod } from '../api/use-method.ts';
import { useMessages } from '../messages/messages.ts';

/** What the person says a colour means, or null. */
function useColourMeanings(): (colour: Colour) => string | null {
  const { data } = useMethod('colours.list', {});
  return useCallback(
    (colour) => data?.items.find((item) => item.colour === colour)?.meaning ?? null,
    [data],
  );
}

/** A colour's name, with its meaning where it has one: "amber, key judgement". */
export function useColourNames(): (colour: Colour) => string {
  const m = useMessages();
  const meaningOf = useColourMeanings();
  return useCallback(
    (colour) => {
      const name = m(`ui.colour.${colour}`);
      const meaning = meaningOf(colour);
      return meaning === null ? name : m('ui.colourMeaning', { name, meaning });
    },
    [m, meaningOf],
  );
}

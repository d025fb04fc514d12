import { colours, type Colour } from '../../../shared/model/annotation.ts';
import { refind, selectAnnotation } from '../../state/selection.ts';
import { useShortcut, type Shortcut } from '../../state/keymap.ts';
import type { PassageActs } from './use-passage-acts.ts';

export interface PassageKeysProps {
  readonly acts: PassageActs;
  readonly onLetGo: () => void;
}

/** In a list `Delete` is for what stands in its row. */
const isInList = () => document.activeElement?.closest('[data-row]') != null;

/** The keys for selected words, and for the passage that was marked, clicked or stepped to last. */
export function PassageKeys({ acts, onLetGo }: PassageKeysProps) {
  const { areWordsSelected, isEitherThere, chosen, sought } = acts;
  const key = (keys: string, label: Shortcut['label'], run: () => void) =>
    ({ keys, label, group: 'reading', run, enabled: isEitherThere }) as const;
  useShortcut({ ...key('H', 'reader.highlight', acts.highlight), enabled: areWordsSelected });
  useShortcut(key('C', 'reader.comment', acts.comment));
  useShortcut(key('T', 'reader.tag', acts.tag));
  useShortcut(key('A', 'reader.tagActor', acts.tagActor));
  useShortcut(key('B', 'reader.addToBriefing', acts.addToBriefing));
  useShortcut({ ...key('E', 'reader.resize', acts.resize), enabled: acts.canResize });
  useShortcut({ ...key('X', 'reader.hide', acts.hide), enabled: areWordsSelected });
  useShortcut({
    ...key('Delete', 'reader.deletePassage', acts.remove),
    enabled: () => chosen !== undefined && !isInList(),
  });
  useShortcut({
    keys: 'Escape',
    label: 'reader.letGo',
    group: 'reading',
    run: () => {
      if (areWordsSelected()) onLetGo();
      else if (sought !== undefined) refind(null);
      else selectAnnotation(null);
    },
    enabled: () => isEitherThere() || sought !== undefined,
  });
  return colours.map((colour, i) => (
    <ColourKey
      key={colour}
      keys={String(i + 1)}
      colour={colour}
      enabled={isEitherThere}
      run={() => acts.colour(colour)}
    />
  ));
}

interface ColourKeyProps {
  readonly keys: string;
  readonly colour: Colour;
  readonly enabled: () => boolean;
  readonly run: () => void;
}

/** Highlights what is selected; with no selection, gives the chosen passage this colour. */
function ColourKey({ colour, ...shortcut }: ColourKeyProps) {
  useShortcut({ ...shortcut, label: `reader.highlight.${colour}`, group: 'reading' });
  return null;
}

import type { Article } from '../../../shared/model/article.ts';
import type { Colour } from '../../../shared/model/annotation.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import { selectedRange } from '../../reading/selection.ts';
import type { TextIndex } from '../../reading/text-index.ts';
import { refind, tagActor, useSelection } from '../../state/selection.ts';
import type { Passages } from './use-passages.ts';

interface PassageActsProps {
  readonly article: Article;
  readonly index: TextIndex;
  readonly passages: Passages;
  /** Hides words in the clean view. */
  readonly onHide: (range: TextRange) => void;
  /** The words have been dealt with: lets their selection go. */
  readonly onDone: () => void;
}

const overlap = (a: TextRange, b: TextRange): boolean => a.start < b.end && b.start < a.end;
const isSame = (a: TextRange, b: TextRange): boolean => a.start === b.start && a.end === b.end;

/**
 * What can be done with the selected words; where none are selected, with the chosen passage. What
 * is selected is asked when an act comes: what was rendered last may be behind keys pressed fast.
 */
export function usePassageActs({ article, index, passages, onHide, onDone }: PassageActsProps) {
  const annotationId = useSelection((state) => state.annotationId);
  const refindingId = useSelection((state) => state.refindingId);
  const chosen = passages.placed.find(({ id }) => id === annotationId);
  const sought = passages.annotations.find(({ id }) => id === refindingId);
  const words = () => selectedRange(index, article.text);

  const onWords = (work: (range: TextRange) => unknown) => {
    const range = words();
    if (range === null) return;
    void work(range);
    onDone();
  };
  /** The passage that the selected words can become: the one sought, else a chosen one they meet. */
  const resizable = () => {
    const range = words();
    if (range === null) return undefined;
    if (sought !== undefined) return sought;
    return chosen !== undefined && overlap(range, chosen) && !isSame(range, chosen)
      ? chosen
      : undefined;
  };
  const tagActorIn = ({ start, end }: TextRange) =>
    tagActor({
      articleId: article.id,
      start,
      end,
      text: article.text.slice(start, end),
      anchor: {
        getBoundingClientRect: () =>
          index.rangeAt(start, end)?.getBoundingClientRect() ?? new DOMRect(),
      },
    });
  /** On the words, else on the passage. */
  const onEither = (ofWords: (range: TextRange) => unknown, ofPassage: (id: string) => unknown) => {
    if (words() !== null) onWords(ofWords);
    else if (chosen !== undefined) void ofPassage(chosen.id);
  };

  return {
    chosen,
    sought,
    areWordsSelected: () => words() !== null,
    isEitherThere: () => words() !== null || chosen !== undefined,
    canResize: () => resizable() !== undefined,
    highlight: (colour?: Colour) => onWords((range) => passages.highlight(range, colour)),
    colour: (colour: Colour) =>
      onEither(
        (range) => passages.highlight(range, colour),
        (id) => passages.recolour(id, colour),
      ),
    comment: () => onEither(passages.comment, (id) => passages.edit(id, 'comment')),
    tag: () => onEither(passages.tag, (id) => passages.edit(id, 'tags')),
    tagActor: () => onEither(tagActorIn, () => chosen && tagActorIn(chosen)),
    addToBriefing: () =>
      onEither(passages.addToBriefing, () => chosen && passages.addToBriefing(chosen)),
    hide: () => onWords(onHide),
    /** Gives the sought or chosen passage the selected words as its place. */
    resize: () => {
      const passage = resizable();
      if (passage === undefined) return;
      onWords((range) => {
        refind(null);
        return passages.place(passage.id, range);
      });
    },
    remove: () => chosen && void passages.remove(chosen.id),
  };
}

export type PassageActs = ReturnType<typeof usePassageActs>;

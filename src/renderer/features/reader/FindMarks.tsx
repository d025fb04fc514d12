import { useEffect, useState, type RefObject } from 'react';
import type { TextRange } from '../../../shared/model/ranges.ts';
import { roughTop } from '../../reading/scroll.ts';
import type { TextIndex } from '../../reading/text-index.ts';
import css from './FindMarks.module.css';
import type { Find } from './use-find.ts';

/** More marks than pixels tell nothing. */
const mostMarks = 400;

/** Of texts in more chunks no place is measured exactly: all of them would have to be laid out. */
const mostMeasured = 3;

export interface FindMarksProps {
  readonly find: Find;
  readonly index: TextIndex;
  readonly scroller: RefObject<HTMLElement | null>;
}

/** Shares of the height of all that can be scrolled. */
interface Marks {
  readonly places: readonly number[];
  readonly current: number | null;
}

function measured(
  box: HTMLElement,
  index: TextIndex,
  hits: readonly TextRange[],
  current: TextRange | undefined,
): Marks {
  const top = box.getBoundingClientRect().top - box.scrollTop;
  const many = box.querySelectorAll('[data-chunk]').length > mostMeasured;
  const topOf = ({ start, end }: TextRange): number | null =>
    many
      ? roughTop(index, start)
      : (index.rangeAt(start, end)?.getBoundingClientRect().top ?? null);
  const placeOf = (hit: TextRange) => {
    const at = topOf(hit);
    return at === null ? null : (at - top) / box.scrollHeight;
  };
  const step = Math.max(1, Math.ceil(hits.length / mostMarks));
  const places = hits
    .filter((_, at) => at % step === 0)
    .map(placeOf)
    .filter((place) => place !== null);
  return {
    places: [...new Set(places)],
    current: current === undefined ? null : placeOf(current),
  };
}

/** Where in the whole text the hits are, drawn beside the scroll bar; the find bar says how many. */
export function FindMarks({ find, index, scroller }: FindMarksProps) {
  const { hits, current } = find;
  const [marks, setMarks] = useState<Marks>({ places: [], current: null });
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    const measure = () => setMarks(measured(box, index, hits, current));
    const frame = requestAnimationFrame(measure);
    // Paragraphs that come into sight for the first time take their true height.
    box.addEventListener('scrollend', measure);
    return () => {
      cancelAnimationFrame(frame);
      box.removeEventListener('scrollend', measure);
    };
  }, [hits, current, index, scroller]);
  return (
    <div className={css.marks} data-find-marks aria-hidden>
      {marks.places.map((place) => (
        <span key={place} className={css.mark} style={{ top: `${place * 100}%` }} />
      ))}
      {marks.current !== null && (
        <span className={css.mark} data-current style={{ top: `${marks.current * 100}%` }} />
      )}
    </div>
  );
}

import type { Evidence, PreviewItem } from '../../../shared/model/import.ts';
import css from './Words.module.css';

const around = 40;

/** The words a value was read from, in their surroundings where they stand in the text. */
export function Words({ item, evidence }: { item: PreviewItem; evidence: Evidence }) {
  const { start, end, text } = evidence;
  if (start === undefined || end === undefined) {
    return (
      <p className={css.words}>
        <mark className={css.hit}>{text}</mark>
      </p>
    );
  }
  const lineStart = item.text.lastIndexOf('\n', start - 1) + 1;
  const newline = item.text.indexOf('\n', end);
  const lineEnd = newline === -1 ? item.text.length : newline;
  const from = Math.max(lineStart, start - around);
  const to = Math.min(lineEnd, end + around);
  return (
    <p className={css.words} lang={item.language ?? undefined}>
      {from > lineStart && '…'}
      {item.text.slice(from, start)}
      <mark className={css.hit}>{item.text.slice(start, end)}</mark>
      {item.text.slice(end, to)}
      {to < lineEnd && '…'}
    </p>
  );
}

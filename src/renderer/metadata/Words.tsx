import type { Evidence } from '../../shared/model/import.ts';
import { useMessages } from '../messages/messages.ts';
import css from './Words.module.css';

const around = 40;

/** An article's text, or that of a row of a preview. */
interface Read {
  readonly text: string;
  readonly language: string | null;
}

interface WordsProps {
  readonly item: Read;
  readonly evidence: Evidence;
}

/** The words in their line, where they stand in the text. */
function InText({ item, start, end }: { item: Read; start: number; end: number }) {
  const lineStart = item.text.lastIndexOf('\n', start - 1) + 1;
  const newline = item.text.indexOf('\n', end);
  const lineEnd = newline === -1 ? item.text.length : newline;
  const from = Math.max(lineStart, start - around);
  const to = Math.min(lineEnd, end + around);
  return (
    <>
      {from > lineStart && '…'}
      {item.text.slice(from, start)}
      <mark className={css.hit}>{item.text.slice(start, end)}</mark>
      {item.text.slice(end, to)}
      {to < lineEnd && '…'}
    </>
  );
}

/** The words a value was read from, and where they stand. */
export function Words({ item, evidence: { rule, text, start, end } }: WordsProps) {
  const m = useMessages();
  return (
    <p className={css.words}>
      <span lang={item.language ?? undefined}>
        {start !== undefined && end !== undefined ? (
          <InText item={item} start={start} end={end} />
        ) : (
          <mark className={css.hit}>{text}</mark>
        )}
      </span>
      <span className={css.rule}>{m(`rules.${rule}`)}</span>
    </p>
  );
}

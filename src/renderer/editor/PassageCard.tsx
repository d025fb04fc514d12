import { quoted } from '../../shared/briefing/quoted.ts';
import { useMethod } from '../api/use-method.ts';
import { formatIssued } from '../messages/dates.ts';
import { useMessages } from '../messages/messages.ts';
import { CitationDecision } from './CitationDecision.tsx';
import { useCitingDocument, type ShownCitation } from './citations.ts';
import css from './marks.module.css';
import { endingOf, firstWords } from '../../shared/text/shorten.ts';

/** A cited passage among the words around it, where it is from, and what became of it. */
export function PassageCard({ citation }: { readonly citation: ShownCitation }) {
  const m = useMessages();
  const documentId = useCitingDocument();
  const { annotationId, quote, outlet, title, issued, saved } = citation;
  const { data } = useMethod('citations.get', { documentId, annotationId }, { enabled: saved });
  const source = [outlet, title, formatIssued(issued) ?? m('briefings.noDate')];
  return (
    <>
      <p className={css.quote}>
        {data !== undefined && data.before !== '' && (
          <span className={css.around}>{lastWords(data.before)}</span>
        )}
        <mark className={css.passage}>{data === undefined ? quoted(quote) : quote}</mark>
        {data !== undefined && data.after !== '' && (
          <span className={css.around}>{firstWords(data.after, shown)}</span>
        )}
      </p>
      <p className={css.source}>
        {source.filter((part) => part !== null && part !== '').join(', ')}
      </p>
      {citation.change !== null && (
        <CitationDecision citation={citation} change={citation.change} />
      )}
    </>
  );
}

const shown = 120;

/** The last words before a passage, from where a word begins. */
const lastWords = (text: string): string =>
  text.length <= shown ? text : `…${endingOf(text, shown).replace(/^\S*\s/u, '')}`;

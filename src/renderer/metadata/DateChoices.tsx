import type { DateChoice, Evidence } from '../../shared/model/import.ts';
import { formatIssued } from '../messages/dates.ts';
import { useMessages } from '../messages/messages.ts';
import { Button } from '../ui/Button.tsx';
import css from './DateChoices.module.css';

export interface DateChoicesProps {
  /** The words that name the date without its year. */
  readonly words: string;
  readonly choices: readonly DateChoice[];
  readonly onTake: (value: string) => void;
}

/** Two reasons tell one year from another; more are in the way. */
const mostReasons = 2;

/** What speaks for a date: the rule, and the words where they say more than it. */
function Reason({ evidence: { rule, text } }: { readonly evidence: Evidence }) {
  const m = useMessages();
  const shown = rule === 'accessed' || rule === 'added' ? formatIssued(text) : text;
  return (
    <span className={css.reason}>
      {m(`rules.${rule}`)}: <q className={css.words}>{shown}</q>
    </span>
  );
}

/** The whole dates that a date without its year may stand for: one press takes one. */
export function DateChoices({ words, choices, onTake }: DateChoicesProps) {
  const m = useMessages();
  const question = m(choices.length === 0 ? 'metadata.noChoices' : 'metadata.whichDate', { words });
  return (
    <div role="group" aria-label={question}>
      <p className={css.question}>{question}</p>
      {choices.map(({ value, evidence }) => (
        <div key={value} className={css.choice}>
          <Button look="link" onClick={() => onTake(value)}>
            {formatIssued(value)}
          </Button>
          <span>
            {evidence.slice(0, mostReasons).map((one) => (
              <Reason key={one.rule} evidence={one} />
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}

import type { Article } from '../../../../shared/model/article.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useMethod } from '../../../api/use-method.ts';
import { formatIssued } from '../../../messages/dates.ts';
import { useMessages } from '../../../messages/messages.ts';
import { DateChoices } from '../../../metadata/DateChoices.tsx';
import { Words } from '../../../metadata/Words.tsx';
import { showDone } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { Popover } from '../../../ui/menu/Popover.tsx';
import css from './IssuedDate.module.css';

/** The days an undated article may be of: one press takes one. */
function Undated({ article }: { readonly article: Article }) {
  const m = useMessages();
  const { data } = useMethod('articles.proposals', { id: article.id });
  const { run } = useCommand('articles.update');
  const issued =
    data?.items.filter(({ field, choices }) => field === 'issued' && choices?.length !== 0) ?? [];
  if (issued.length === 0) return m('reader.noDate');
  const take = async (date: string) => {
    if ((await run({ id: article.id, issued: date })) === undefined) return;
    showDone(m, m('metadata.dateSet', { date: formatIssued(date) }));
  };
  return (
    <Popover
      label={m('metadata.chooseDate')}
      placement="bottom-start"
      trigger={
        <Button look="link" className={css.button} title={m('metadata.chooseDate')}>
          {m('reader.noDate')}
        </Button>
      }
    >
      {(close) =>
        issued.map(({ value, evidence, choices }) => {
          const takeAndClose = (date: string) => {
            close();
            void take(date);
          };
          return (
            <div key={value} className={css.offer}>
              {choices === undefined ? (
                <Button look="link" onClick={() => takeAndClose(value)}>
                  {m('metadata.takeValue', { value: formatIssued(value) })}
                </Button>
              ) : (
                <DateChoices words={evidence.text} choices={choices} onTake={takeAndClose} />
              )}
              <Words item={article} evidence={evidence} />
            </div>
          );
        })
      }
    </Popover>
  );
}

/** When an article was published; where that is not known, the days it may have been. */
export function IssuedDate({ article }: { readonly article: Article }) {
  return (
    <span>
      {article.issued === null ? (
        <Undated article={article} />
      ) : (
        formatIssued(article.issued, 'long')
      )}
    </span>
  );
}

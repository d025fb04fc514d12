import { useDeferredValue, useState } from 'react';
import { useCommand } from '../../../api/use-command.ts';
import { useMethod } from '../../../api/use-method.ts';
import { formatIssued } from '../../../messages/dates.ts';
import { useMessages } from '../../../messages/messages.ts';
import { showDone } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { Combobox } from '../../../ui/Combobox.tsx';
import css from './near.module.css';

const mostOffered = 8;

/** Words as the search grammar takes them: each a beginning, nothing an operator. */
const asQuery = (text: string): string =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `${word.toLowerCase()}*`).join(' ');

/** Says that an article is the same report as another one, and what that makes of it. */
export function JoinForm({ articleId }: { readonly articleId: string }) {
  const m = useMessages();
  const { data: article } = useMethod('articles.get', { id: articleId });
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<{ readonly id: string; readonly label: string } | null>(
    null,
  );
  const query = useDeferredValue(asQuery(text));
  const { data } = useMethod(
    'articles.list',
    { query, limit: mostOffered + 1 },
    { enabled: query !== '' && chosen === null },
  );
  const { run, pending } = useCommand('duplicates.join');
  const title = article?.title ?? '';
  const options = (data?.items ?? [])
    .filter(({ id }) => id !== articleId)
    .slice(0, mostOffered)
    .map((item) => ({
      id: item.id,
      label: item.title,
      detail: [
        item['container-title'] ?? m('reader.outletUnknown'),
        formatIssued(item.issued) ?? m('reader.noDate'),
      ].join(' · '),
    }));
  const join = async () => {
    if (chosen === null) return;
    if ((await run({ id: articleId, lead: chosen.id })) === undefined) return;
    setChosen(null);
    setText('');
    showDone(m, m('near.joined', { lead: chosen.label }));
  };
  return (
    <section aria-label={m('near.join')}>
      <h3 className={css.heading}>{m('near.join')}</h3>
      <Combobox
        label={m('near.search')}
        value={text}
        options={chosen === null ? options : []}
        first
        strict
        onValue={(value) => {
          setText(value);
          setChosen(null);
        }}
        onChoose={({ id, label }) => {
          setChosen({ id, label });
          setText(label);
        }}
      />
      {chosen !== null && (
        <p className={css.row}>
          <span className={css.preview} role="status">
            {m('near.becomesShadow', { title, lead: chosen.label })}
          </span>
          <Button look="primary" pending={pending} onClick={() => void join()}>
            {m('near.joinButton')}
          </Button>
        </p>
      )}
    </section>
  );
}

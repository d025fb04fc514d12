import { useId, useState } from 'react';
import type { Output } from '../../../../shared/contract/methods.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useMethod } from '../../../api/use-method.ts';
import { useMessages, type Messages } from '../../../messages/messages.ts';
import { changeSettings, useSettings } from '../../../state/settings.ts';
import { showDone } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import css from './near.module.css';

const thresholds = [40, 50, 60, 70, 80, 90, 100];

type Change = Output<'duplicates.plan'>['items'][number];

/** What becomes of an article, in words. */
function changeText(m: Messages, { before, after }: Change): string {
  if (before === null) return m('near.joins', { lead: after?.title ?? '' });
  if (after === null) return m('near.leaves', { lead: before.title });
  return m('near.moves', { before: before.title, after: after.title });
}

/** Another threshold, what it would change, and the button that does it. */
export function Regrouping() {
  const m = useMessages();
  const id = useId();
  const { nearThreshold } = useSettings();
  const [threshold, setThreshold] = useState(nearThreshold);
  const { data } = useMethod('duplicates.plan', { threshold });
  const { run, pending } = useCommand('duplicates.regroup');
  const percent = Math.round(threshold * 100);
  const choices = [...new Set([...thresholds, percent])].sort((a, b) => a - b);
  const apply = async () => {
    const done = await run({ threshold });
    if (done === undefined) return;
    await changeSettings({ nearThreshold: threshold });
    showDone(m, m('near.applied', { count: done.changed }));
  };
  return (
    <section aria-label={m('near.anew')}>
      <h3 className={css.heading}>{m('near.anew')}</h3>
      <div className={css.row}>
        <label htmlFor={id}>{m('imports.nearFrom')}</label>
        <Select
          id={id}
          value={String(percent)}
          options={choices.map((choice) => ({
            value: String(choice),
            label: m('imports.percent', { percent: choice }),
          }))}
          onChange={(chosen) => setThreshold(Number(chosen) / 100)}
        />
        {data !== undefined && data.total > 0 && (
          <Button pending={pending} onClick={() => void apply()}>
            {m('near.apply', { count: data.total })}
          </Button>
        )}
      </div>
      {data !== undefined && (
        <p className={css.explain} role="status">
          {data.total === 0
            ? m('near.unchanged', { percent })
            : m('near.changes', { percent, count: data.total })}
        </p>
      )}
      <ul className={css.changes}>
        {data?.items.map((change) => (
          <li key={change.article.id}>
            <strong>{change.article.title}</strong> {changeText(m, change)}
            {change.similarity !== null && (
              <span className={css.facts}>
                {' '}
                {m('reader.likeLead', { percent: Math.round(change.similarity * 100) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

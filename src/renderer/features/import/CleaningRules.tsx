import type { CleaningRule } from '../../../shared/model/cleaning.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages, type Messages } from '../../messages/messages.ts';
import { closeCleaningRules, useCleaningRules } from '../../state/cleaning-rules.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import css from './CleaningRules.module.css';

/** A rule as a sentence. */
function ruleText(m: Messages, { action, words, reason }: CleaningRule): string {
  if (words !== null) return m(`cleaning.${action}sLine` as const, { words });
  return m(`cleaning.${action}sKind` as const, { kind: m(`reasons.${reason}`) });
}

interface OutletProps {
  readonly outlet: string;
  readonly rules: readonly CleaningRule[];
}

function Outlet({ outlet, rules }: OutletProps) {
  const m = useMessages();
  const forget = useCommand('cleaning.forget');
  const apply = useCommand('cleaning.apply');
  const articles = rules[0]?.articles ?? 0;
  const applyRules = async () => {
    const done = await apply.run({ outlet });
    if (done !== undefined) showDone(m, m('cleaning.applied', { count: done.articles, outlet }));
  };
  const forgetRule = async (id: string) => {
    const done = await forget.run({ id });
    if (done !== undefined) showDone(m, m('cleaning.forgotten'));
  };
  return (
    <section aria-label={outlet} className={css.outlet}>
      <header className={css.header}>
        <h3 className={css.name}>{outlet}</h3>
        {articles > 0 && (
          <Button look="link" pending={apply.pending} onClick={() => void applyRules()}>
            {m('cleaning.apply', { count: articles })}
          </Button>
        )}
      </header>
      <ul>
        {rules.map((rule) => (
          <li key={rule.id} className={css.rule}>
            <span>{ruleText(m, rule)}</span>
            <Button
              look="link"
              aria-label={m('cleaning.forgetRule', { rule: ruleText(m, rule) })}
              onClick={() => void forgetRule(rule.id)}
            >
              {m('cleaning.forget')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rules() {
  const m = useMessages();
  const { data } = useMethod('cleaning.rules', {});
  const outlets = Map.groupBy(data?.items ?? [], ({ outlet }) => outlet);
  return (
    <Dialog
      width={680}
      title={m('cleaning.title')}
      onClose={closeCleaningRules}
      actions={
        <Button data-autofocus onClick={closeCleaningRules}>
          {m('ui.close')}
        </Button>
      }
    >
      <p className={css.explain}>
        {data?.items.length === 0 ? m('cleaning.none') : m('cleaning.explain')}
      </p>
      {[...outlets].map(([outlet, rules]) => (
        <Outlet key={outlet} outlet={outlet} rules={rules} />
      ))}
    </Dialog>
  );
}

/** What was learnt per outlet, in one place: listed, applied, forgotten. */
export function CleaningRules() {
  return useCleaningRules((state) => state.open) && <Rules />;
}

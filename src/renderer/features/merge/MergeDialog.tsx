import { useEffect, useRef, useState } from 'react';
import { mergedKinds, type MergeReport } from '../../../shared/contract/methods/bundle.ts';
import { client } from '../../api/client.ts';
import { showError } from '../../api/show-error.ts';
import { formatMoment } from '../../messages/dates.ts';
import { useMessages, type Messages } from '../../messages/messages.ts';
import { closeBundle, useBundle, type BundleSource } from '../../state/bundle.ts';
import { Differences, settled, type Choices } from './Differences.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { showToast } from '../../ui/toast/toasts.ts';
import css from './MergeDialog.module.css';

/** What merging the chosen bundle changes, before it is done. Nothing where none was chosen. */
export function MergeDialog() {
  const source = useBundle((state) => state.source);
  return source === null ? null : <Preview source={source} />;
}

/** The library's preview of the merge; a bundle that is refused closes the dialog and says why. */
function usePreview(source: BundleSource): MergeReport | undefined {
  const [report, setReport] = useState<MergeReport>();
  useEffect(() => {
    let wanted = true;
    const look = async () => {
      try {
        const found = await client.call('bundle.preview', { source });
        if (wanted) setReport(found);
      } catch (error) {
        if (!wanted) return;
        closeBundle();
        showError(error);
      }
    };
    void look();
    return () => {
      wanted = false;
    };
  }, [source]);
  return report;
}

function Preview({ source }: { readonly source: BundleSource }) {
  const m = useMessages();
  const report = usePreview(source);
  const [chosen, setChosen] = useState<Choices>({});
  const [pending, setPending] = useState(false);
  const canMerge = report !== undefined && changes(report) > 0;
  const merge = async () => {
    if (!canMerge || pending) return;
    setPending(true);
    try {
      const { name, added } = await client.call('bundle.merge', {
        source,
        choices: settled(report?.conflicts ?? [], chosen),
      });
      closeBundle();
      showToast({ message: m('merge.done', { name, count: total(added) }) });
    } catch (error) {
      showError(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <Dialog
      title={report === undefined ? m('merge.reading') : m('merge.title', { name: report.name })}
      width={680}
      onClose={closeBundle}
      onSubmit={() => void merge()}
      actions={
        <>
          <Button data-autofocus onClick={closeBundle}>
            {m('ui.cancel')}
          </Button>
          {canMerge && (
            <Button type="submit" look="primary" pending={pending}>
              {m('merge.merge')}
            </Button>
          )}
        </>
      }
    >
      {report !== undefined && <Report report={report} chosen={chosen} onChoose={setChosen} />}
    </Dialog>
  );
}

const total = (counts: MergeReport['added']): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

const changes = ({ added, completed, conflicts }: MergeReport): number =>
  total(added) + total(completed) + conflicts.length;

const listed = (m: Messages, counts: MergeReport['added']): string =>
  mergedKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => m(`merge.${kind}`, { count: counts[kind] }))
    .join(', ');

/** The first thing to decide: a difference, or whether to merge at all. */
function focusOnDecision(report: HTMLElement | null): void {
  const choice = report?.querySelector<HTMLElement>('input:checked');
  const submit = report?.closest('form')?.querySelector<HTMLElement>('[type=submit]');
  (choice ?? submit)?.focus();
}

interface ReportProps {
  readonly report: MergeReport;
  readonly chosen: Choices;
  readonly onChoose: (choices: Choices) => void;
}

function Report({ report, chosen, onChoose }: ReportProps) {
  const m = useMessages();
  const { added, completed, conflicts, created } = report;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => focusOnDecision(element.current), []);
  const parts = [
    [m('merge.added'), listed(m, added)],
    [m('merge.completed'), listed(m, completed)],
  ].filter(([, words]) => words !== '');
  return (
    <div ref={element} className={css.report}>
      <p className={css.meta}>{m('merge.written', { date: formatMoment(created) })}</p>
      {changes(report) === 0 && <p>{m('merge.nothing')}</p>}
      {parts.length > 0 && (
        <dl className={css.counts}>
          {parts.map(([label, words]) => (
            <div key={label} className={css.row}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      <Differences conflicts={conflicts} chosen={chosen} onChoose={onChoose} />
      {changes(report) > 0 && <p className={css.meta}>{m('merge.undo')}</p>}
    </div>
  );
}

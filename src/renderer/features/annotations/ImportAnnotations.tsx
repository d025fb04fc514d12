import { FileDown } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/methods.ts';
import { bridge } from '../../api/bridge.ts';
import { useCommand } from '../../api/use-command.ts';
import { showError } from '../../api/show-error.ts';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import css from './ImportAnnotations.module.css';

type Report = Output<'annotations.import'>;
type Source = { path: string } | { name: string; text: string };

/** The files a person chooses, by their path in the desktop app and by their text in a browser. */
function chooseSources(): Promise<Source[]> {
  if (bridge !== undefined) {
    return bridge.pickFiles('files').then((paths) => paths.map((path) => ({ path })));
  }
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = '.json,.jsonld,application/ld+json,application/json';
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])];
      Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() }))).then(
        resolve,
        reject,
      );
    });
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

/** Brings in annotations from files of Attache, Hypothesis and other programs. */
export function ImportAnnotations() {
  const m = useMessages();
  const { run, pending } = useCommand('annotations.import');
  const [report, setReport] = useState<Report | null>(null);
  const start = async () => {
    try {
      const sources = await chooseSources();
      if (sources.length === 0) return;
      const done = await run({ sources });
      if (done !== undefined) setReport(done);
    } catch (error) {
      showError(error);
    }
  };
  return (
    <>
      <Button
        look="plain"
        icon={FileDown}
        pending={pending}
        aria-label={m('annotations.import')}
        title={m('annotations.importing')}
        onClick={() => void start()}
      >
        <span className={css.wide}>{m('annotations.import')}</span>
      </Button>
      {report !== null && <ReportDialog report={report} onClose={() => setReport(null)} />}
    </>
  );
}

/** What became of each annotation; those that could not be read by their place in the file. */
function ReportDialog({
  report,
  onClose,
}: {
  readonly report: Report;
  readonly onClose: () => void;
}) {
  const m = useMessages();
  const { imported, already, waiting, replies, notes, failed } = report;
  const placed = (['exact', 'moved', 'orphaned'] as const).map((status) => ({
    key: status,
    count: imported.filter((item) => item.status === status).length,
  }));
  const lines = [
    ...placed,
    { key: 'already' as const, count: already.length },
    { key: 'replies' as const, count: replies.length },
    { key: 'notes' as const, count: notes.length },
    { key: 'waiting' as const, count: waiting.length },
  ].filter(({ count }) => count > 0);
  return (
    <Dialog
      title={m('annotations.imported', { count: imported.length })}
      onClose={onClose}
      width={560}
      actions={
        <Button look="primary" data-autofocus onClick={onClose}>
          {m('ui.close')}
        </Button>
      }
    >
      <ul className={css.lines}>
        {lines.map(({ key, count }) => (
          <li key={key}>{m(`annotations.report.${key}`, { count })}</li>
        ))}
      </ul>
      {failed.length > 0 && (
        <>
          <p className={css.failed}>{m('annotations.report.failed', { count: failed.length })}</p>
          <ul className={css.failures}>
            {failed.map(({ source, index, message }) => (
              <li key={`${source} ${String(index)}`}>
                <strong>
                  {index === null
                    ? source
                    : m('annotations.report.item', { source, number: index + 1 })}
                </strong>{' '}
                {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

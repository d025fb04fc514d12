import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { queryClient } from '../../api/query-client.ts';
import { formatMoment } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import css from './StoppedImports.module.css';
import { resumeImport } from './look-over.ts';

/** Imports that were stopped, or ended with the program: to go on with, or to forget. */
export function StoppedImports() {
  const m = useMessages();
  const { data } = useMethod('import.pending', {});
  const forget = useCommand('import.forget');
  const forgetJob = async (id: string) => {
    await forget.run({ id });
    await queryClient.invalidateQueries({ queryKey: ['import.pending'] });
  };
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section aria-label={m('imports.pendingTitle')} className={css.stopped}>
      {data.items.map(({ id, label, started, left, total, sources, lost }) => (
        <div key={id} className={css.job}>
          <p>
            {m('imports.pending', { label, when: formatMoment(started), left, total })}
            {lost.length > 0 && (
              <span className={css.lost}>{m('imports.pendingLost', { count: lost.length })}</span>
            )}
          </p>
          {sources.length > 0 && (
            <Button onClick={() => void resumeImport(id)}>{m('imports.goOn')}</Button>
          )}
          <Button look="plain" onClick={() => void forgetJob(id)}>
            {m('imports.pendingForget')}
          </Button>
        </div>
      ))}
    </section>
  );
}

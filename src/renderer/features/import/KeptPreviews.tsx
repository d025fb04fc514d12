import { useMethod } from '../../api/use-method.ts';
import { queryClient } from '../../api/query-client.ts';
import { formatMoment } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import css from './StoppedImports.module.css';
import { discardPreview, reopenPreview } from './look-over.ts';

/** Previews that were neither imported nor discarded before the window closed. */
export function KeptPreviews() {
  const m = useMessages();
  const { data } = useMethod('import.kept', {});
  const discard = async (previewId: string) => {
    await discardPreview(previewId);
    await queryClient.invalidateQueries({ queryKey: ['import.kept'] });
  };
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section aria-label={m('imports.keptTitle')} className={css.stopped}>
      {data.items.map(({ previewId, label, started, decided }) => (
        <div key={previewId} className={css.job}>
          <p>
            {m('imports.kept', { label, when: formatMoment(started) })}
            {decided > 0 && (
              <span className={css.lost}>{m('imports.keptDecided', { count: decided })}</span>
            )}
          </p>
          <Button onClick={() => void reopenPreview(previewId)}>{m('imports.keptReopen')}</Button>
          <Button look="plain" onClick={() => void discard(previewId)}>
            {m('imports.keptDiscard')}
          </Button>
        </div>
      ))}
    </section>
  );
}

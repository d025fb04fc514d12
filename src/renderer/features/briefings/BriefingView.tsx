import { OpenDocument } from '../../editor/open/OpenDocument.tsx';
import { useMessages } from '../../messages/messages.ts';
import { BriefingEditor } from './BriefingEditor.tsx';
import css from './BriefingView.module.css';

export interface BriefingViewProps {
  readonly briefingId: string;
}

/** A briefing open for writing: passages, the page with its margins, findings, coverage. */
export function BriefingView({ briefingId }: BriefingViewProps) {
  const m = useMessages();
  return (
    <section className={css.view} aria-label={m('briefings.title')}>
      <OpenDocument kind="briefings" id={briefingId}>
        {(opened) => <BriefingEditor opened={opened} />}
      </OpenDocument>
    </section>
  );
}

import { useMessages } from '../../messages/messages.ts';
import { Chooser } from './Chooser.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { ImportReport } from './ImportReport.tsx';
import { PreviewView } from './PreviewView.tsx';
import { useSession } from './session.ts';

/** An import from the choice of files to its report. */
export function ImportView() {
  const m = useMessages();
  const session = useSession((state) => state.session);
  switch (session.phase) {
    case 'idle':
      return <Chooser />;
    case 'reading':
      return <ImportProgress title={m('imports.reading')} progress={session.progress} />;
    case 'storing':
      return <ImportProgress title={m('imports.storing')} progress={session.progress} />;
    case 'preview':
      return <PreviewView session={session} />;
    case 'done':
      return <ImportReport report={session.report} rest={session.rest} />;
  }
}

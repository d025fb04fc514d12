import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ListChecks } from 'lucide-react';
import type { DocumentText } from '../../../shared/briefing/document-text.ts';
import { selectStretch } from '../../editor/edits.ts';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/menu/Popover.tsx';
import { FindingCard, type FindingActions } from './FindingCard.tsx';
import type { Finding } from './findings.ts';
import css from './FindingsButton.module.css';

export interface FindingsButtonProps {
  readonly read: DocumentText;
  readonly findings: readonly Finding[];
  readonly actions: FindingActions;
}

/** What is said of a whole sentence; beside the page the sentence stands next to it. */
const sentenceKinds: ReadonlySet<Finding['kind']> = new Set(['gap', 'open', 'contradicted']);

/** Nobody mends more before looking again. */
const mostShown = 200;

/** One list of everything the check found, each a click from its place. */
export function FindingsButton({ read, findings, actions }: FindingsButtonProps) {
  const m = useMessages();
  const [editor] = useLexicalComposerContext();
  return (
    <Popover
      label={m('briefings.check')}
      placement="bottom-end"
      trigger={
        <Button icon={ListChecks} tight>
          {m('briefings.check')}
        </Button>
      }
    >
      {(close) => (
        <div className={css.list}>
          <p className={css.count}>{m('briefings.findings', { count: findings.length })}</p>
          {findings.length === 0 && <p>{m('briefings.noFindings')}</p>}
          <ul>
            {findings.slice(0, mostShown).map((finding) => (
              <li key={finding.id} className={css.finding}>
                {sentenceKinds.has(finding.kind) && (
                  <p className={css.sentence}>{read.text.slice(finding.start, finding.end)}</p>
                )}
                <FindingCard finding={finding} actions={actions} />
                <Button
                  look="link"
                  onClick={() => {
                    close();
                    selectStretch(editor, read, finding.start, finding.end);
                  }}
                >
                  {m('briefings.goTo')}
                </Button>
              </li>
            ))}
          </ul>
          {findings.length > mostShown && (
            <p>{m('briefings.moreFindings', { count: findings.length - mostShown })}</p>
          )}
        </div>
      )}
    </Popover>
  );
}

import { useMessages, type MessageKey } from '../../messages/messages.ts';
import css from './ActorPage.module.css';

const sections = {
  names: 'actors.names',
  statements: 'actors.statements',
  relations: 'actors.relations',
  company: 'actors.company',
  timeline: 'actors.timeline',
  mentions: 'actors.mentionsTitle',
} as const satisfies Record<string, MessageKey>;

/** Goes to the parts of an actor's page, which may be long. */
export function SectionLinks() {
  const m = useMessages();
  return (
    <nav className={css.sections} aria-label={m('actors.sections')}>
      {Object.entries(sections).map(([section, label]) => (
        <button
          key={section}
          type="button"
          onClick={() => {
            const part = document.querySelector<HTMLElement>(`[data-section="${section}"]`);
            part?.scrollIntoView({ block: 'start' });
            part?.focus({ preventScroll: true });
          }}
        >
          {m(label)}
        </button>
      ))}
    </nav>
  );
}

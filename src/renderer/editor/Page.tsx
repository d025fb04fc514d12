import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import css from './page.module.css';

export interface PageProps {
  readonly label: string;
}

/** The page itself: what is typed here is the document. */
export function Page({ label }: PageProps) {
  return (
    <ContentEditable ref={keepsSelection} className={css.editable} aria-label={label} spellCheck />
  );
}

/**
 * Lexical keeps the selection. React would note it too before each of its commits, anywhere in the
 * window, by walking all text of a focused element whose property `contentEditable` says "true";
 * browsers go by the attribute.
 */
function keepsSelection(page: HTMLElement | null): void {
  if (page !== null) Object.defineProperty(page, 'contentEditable', { get: () => 'inherit' });
}

import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import css from './page.module.css';

export interface PageProps {
  readonly label: string;
}

/** The page itself: what is typed here is the document. */
export function Page({ label }: PageProps) {
  return <ContentEditable className={css.editable} aria-label={label} spellCheck />;
}

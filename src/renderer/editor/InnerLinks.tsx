import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect } from 'react';
import { innerLink } from '../../shared/briefing/inner-links.ts';

/** A click on a link into the notebook follows it; other links stay words, for nothing goes out. */
export function InnerLinks() {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (link === null) return;
      const address = link.getAttribute('href') ?? '';
      event.preventDefault();
      if (innerLink(address) === null || getSelection()?.isCollapsed === false) return;
      window.location.hash = address;
    };
    return editor.registerRootListener((root, before) => {
      before?.removeEventListener('click', follow);
      root?.addEventListener('click', follow);
    });
  }, [editor]);
  return null;
}

import { $createLinkNode } from '@lexical/link';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  LexicalTypeaheadMenuPlugin,
  MenuOption,
  type MenuRenderFn,
} from '@lexical/react/LexicalTypeaheadMenuPlugin';
import { $createTextNode, $isTextNode, type TextNode } from 'lexical';
import { useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { innerUrl } from '../../../shared/briefing/inner-links.ts';
import { useMessages } from '../../messages/messages.ts';
import { CitationNode } from '../nodes.tsx';
import type { OpenedDocument } from '../open/opened-document.ts';
import type { Linkable } from './linkable.ts';
import css from './typeahead.module.css';
import { useLinkables } from './use-linkables.ts';

const trigger = /\[\[([^\][]{0,60})$/u;

class LinkOption extends MenuOption {
  readonly linkable: Linkable;

  constructor(linkable: Linkable) {
    super(`${linkable.kind} ${linkable.id}`);
    this.linkable = linkable;
  }
}

/** `[[` and some words find a passage, an article, an actor or a document; Enter takes it. */
export function LinkTypeahead({ id, sources }: Pick<OpenedDocument, 'id' | 'sources'>) {
  const m = useMessages();
  const [editor] = useLexicalComposerContext();
  const [query, setQuery] = useState<string | null>(null);
  const linkables = useLinkables(query, id, sources);
  const options = useMemo(() => linkables.map((one) => new LinkOption(one)), [linkables]);
  const label = m('editor.linkTo');
  const renderMenu = useMemo(() => menuOf(label), [label]);
  return (
    <LexicalTypeaheadMenuPlugin<LinkOption>
      options={options}
      onQueryChange={setQuery}
      triggerFn={(text) => {
        const match = trigger.exec(text);
        return match === null
          ? null
          : {
              leadOffset: match.index,
              matchingString: match[1] ?? '',
              replaceableString: match[0],
            };
      }}
      onSelectOption={({ linkable }, node, close) => {
        editor.update(() => {
          if (node !== null) $take(linkable, node);
          close();
        });
      }}
      menuRenderFn={renderMenu}
    />
  );
}

/** Puts a citation or a link in the place of what was typed to find it. */
function $take({ kind, id, name }: Linkable, typed: TextNode): void {
  if (kind === 'passage') {
    const cited = new CitationNode(id);
    const before = typed.getPreviousSibling();
    typed.replace(cited);
    if ($isTextNode(before)) before.setTextContent(before.getTextContent().trimEnd());
    cited.insertAfter($createTextNode(' ')).selectEnd();
    return;
  }
  const link = $createLinkNode(innerUrl({ kind, id }));
  link.append($createTextNode(name));
  typed.replace(link);
  link.insertAfter($createTextNode(' ')).selectEnd();
}

/** What is no passage says first what it is: an article is often called by a passage's words. */
const heard = ({ kind, name, detail }: Linkable): string =>
  kind === 'passage' ? `${name} ${detail}` : `${detail}: ${name}`;

const menuOf =
  (label: string): MenuRenderFn<LinkOption> =>
  (anchor, { options, selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) =>
    anchor.current === null || options.length === 0
      ? null
      : createPortal(
          <div className={css.menu} role="listbox" aria-label={label}>
            {options.map((option, index) => (
              <div
                key={option.key}
                ref={(element) => option.setRefElement(element)}
                role="option"
                aria-label={heard(option.linkable)}
                aria-selected={selectedIndex === index}
                className={css.option}
                data-kind={option.linkable.kind}
                tabIndex={-1}
                onMouseMove={() => setHighlightedIndex(index)}
                onMouseDown={(event) => {
                  event.preventDefault();
                  selectOptionAndCleanUp(option);
                }}
              >
                <span className={css.name}>{option.linkable.name}</span>
                <span className={css.source}>{option.linkable.detail}</span>
              </div>
            ))}
          </div>,
          anchor.current,
        );

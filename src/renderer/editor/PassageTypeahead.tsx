import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  LexicalTypeaheadMenuPlugin,
  MenuOption,
  type MenuRenderFn,
} from '@lexical/react/LexicalTypeaheadMenuPlugin';
import { $createTextNode, $isTextNode } from 'lexical';
import { useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Annotation } from '../../shared/model/annotation.ts';
import { useMessages } from '../messages/messages.ts';
import { CitationNode } from './nodes.tsx';
import css from './typeahead.module.css';

const trigger = /\[\[([^\][]{0,60})$/u;
const mostShown = 8;

class PassageOption extends MenuOption {
  readonly annotation: Annotation;

  constructor(annotation: Annotation) {
    super(annotation.id);
    this.annotation = annotation;
  }
}

export interface PassageTypeaheadProps {
  readonly annotations: readonly Annotation[];
  /** One line that says where a passage is from. */
  readonly sourceOf: (annotation: Annotation) => string;
}

/** `[[` and some words find a passage; Enter cites it there. */
export function PassageTypeahead({ annotations, sourceOf }: PassageTypeaheadProps) {
  const m = useMessages();
  const [editor] = useLexicalComposerContext();
  const [query, setQuery] = useState<string | null>(null);
  const options = useMemo(() => {
    if (query === null) return [];
    const words = query.toLocaleLowerCase().split(/\s+/u);
    return annotations
      .filter((annotation) => {
        const heard = `${annotation.quote} ${sourceOf(annotation)} ${annotation.tags.join(' ')}`;
        const folded = heard.toLocaleLowerCase();
        return words.every((word) => folded.includes(word));
      })
      .slice(0, mostShown)
      .map((annotation) => new PassageOption(annotation));
  }, [annotations, query, sourceOf]);
  const label = m('briefings.findPassage');
  const renderMenu = useMemo(() => menuOf(label, sourceOf), [label, sourceOf]);
  return (
    <LexicalTypeaheadMenuPlugin<PassageOption>
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
      onSelectOption={({ annotation }, node, close) => {
        editor.update(() => {
          const cited = new CitationNode(annotation.id);
          if (node === null) return;
          const before = node.getPreviousSibling();
          node.replace(cited);
          if ($isTextNode(before)) before.setTextContent(before.getTextContent().trimEnd());
          cited.insertAfter($createTextNode(' ')).selectEnd();
          close();
        });
      }}
      menuRenderFn={renderMenu}
    />
  );
}

const menuOf =
  (label: string, sourceOf: (annotation: Annotation) => string): MenuRenderFn<PassageOption> =>
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
                aria-selected={selectedIndex === index}
                className={css.option}
                tabIndex={-1}
                onMouseEnter={() => setHighlightedIndex(index)}
                onMouseDown={(event) => {
                  event.preventDefault();
                  selectOptionAndCleanUp(option);
                }}
              >
                <span className={css.quote}>{option.annotation.quote}</span>
                <span className={css.source}>{sourceOf(option.annotation)}</span>
              </div>
            ))}
          </div>,
          anchor.current,
        );

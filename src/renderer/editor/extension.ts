import { CodeExtension } from '@lexical/code';
import { configExtension, defineExtension, HorizontalRuleExtension } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { LinkExtension } from '@lexical/link';
import { ListExtension } from '@lexical/list';
import { registerMarkdownShortcuts, TRANSFORMERS } from '@lexical/markdown';
import { RichTextExtension } from '@lexical/rich-text';
import { TableExtension } from '@lexical/table';
import { mergeRegister } from '@lexical/utils';
import type { ContentNode } from '../../shared/briefing/content.ts';
import { blocksOf, content as contentOf, paragraph } from '../../shared/briefing/content.ts';
import type { LexicalContent } from '../../shared/model/document.ts';
import { registerBlockKeys } from './block-keys.ts';
import { registerCitationSpacing } from './citation-spacing.ts';
import { CitationNode, GapNode, JudgementNode } from './nodes.tsx';
import { registerLongPage } from './long-page/long-page.ts';
import { registerPageWindow } from './long-page/page-window.ts';
import css from './page.module.css';
import { isAllowedUrl } from './paste/allowed-url.ts';
import { registerPaste } from './paste/paste.ts';
import { registerPlainNodes } from './paste/plain-nodes.ts';
import { registerShownSelection } from './shown-selection.ts';
import { registerWholeBlock } from './whole-block.ts';

const known = new Set(
  (
    'paragraph heading quote list listitem link autolink code table tablerow tablecell ' +
    'horizontalrule text linebreak tab code-highlight citation judgement gap'
  ).split(' '),
);

/** Types of nodes in the content that this editor cannot show and so would lose. */
export function unknownTypes(content: LexicalContent): string[] {
  const found = new Set<string>();
  const visit = (nodes: readonly ContentNode[]) => {
    for (const { type, children } of nodes) {
      if (!known.has(type)) found.add(type);
      if (children !== undefined) visit(children);
    }
  };
  visit(blocksOf(content));
  return [...found];
}

/** The content as the editor reads it: a document without blocks gets one to write in. */
export const editorState = (content: LexicalContent): string =>
  JSON.stringify(blocksOf(content).length === 0 ? contentOf(paragraph()) : content);

/** Classes of a style sheet, whose names the compiler cannot know. */
const classes = <K extends string>(names: Record<K, string | undefined>) =>
  names as Record<K, string>;

/** The editor of notes and briefings. Its JSON is what `documents` keeps. */
export const documentExtension = (content: LexicalContent) =>
  defineExtension({
    name: '@attache/document',
    namespace: 'attache-document',
    $initialEditorState: editorState(content),
    nodes: [CitationNode, JudgementNode, GapNode],
    theme: {
      heading: classes({ h1: css.h1, h2: css.h2, h3: css.h3, h4: css.h3, h5: css.h3, h6: css.h3 }),
      ...classes({
        paragraph: css.paragraph,
        quote: css.quote,
        code: css.code,
        link: css.link,
        table: css.table,
        tableCell: css.cell,
        tableCellHeader: css.cellHeader,
        hr: css.rule,
      }),
      list: {
        ...classes({ ul: css.bullets, ol: css.numbers, listitem: css.item }),
        nested: classes({ listitem: css.nested }),
      },
      text: classes({
        bold: css.bold,
        italic: css.italic,
        code: css.inlineCode,
        strikethrough: css.struck,
      }),
    },
    onError: (error: Error) => {
      throw error;
    },
    dependencies: [
      RichTextExtension,
      HistoryExtension,
      ListExtension,
      configExtension(LinkExtension, { validateUrl: isAllowedUrl }),
      configExtension(TableExtension, { hasCellBackgroundColor: false }),
      CodeExtension,
      HorizontalRuleExtension,
    ],
    register: (editor) =>
      mergeRegister(
        registerMarkdownShortcuts(editor, TRANSFORMERS),
        registerBlockKeys(editor),
        registerPaste(editor),
        registerPlainNodes(editor),
        registerLongPage(editor),
        registerPageWindow(editor),
        registerShownSelection(editor),
        registerCitationSpacing(editor),
        registerWholeBlock(editor),
      ),
  });

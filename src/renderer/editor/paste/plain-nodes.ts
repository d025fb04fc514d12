import { $isAutoLinkNode, LinkNode } from '@lexical/link';
import { mergeRegister } from '@lexical/utils';
import { TextNode, type LexicalEditor } from 'lexical';
import { isAllowedUrl } from './allowed-url.ts';

/**
 * Whatever way words came in, they carry no style of their own, and a link that leads to no
 * allowed address is only its words.
 */
export const registerPlainNodes = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerNodeTransform(TextNode, (node) => {
      if (node.getStyle() !== '') node.setStyle('');
    }),
    editor.registerNodeTransform(LinkNode, (node) => {
      if ($isAutoLinkNode(node) || isAllowedUrl(node.getURL())) return;
      for (const child of node.getChildren()) node.insertBefore(child);
      node.remove();
    }),
  );

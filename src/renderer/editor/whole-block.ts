import {
  $findMatchingParent,
  $getNearestNodeFromDOMNode,
  $isElementNode,
  type ElementNode,
  type LexicalEditor,
} from 'lexical';

const $blockOf = (place: Node): ElementNode | null => {
  const node = $getNearestNodeFromDOMNode(place);
  const block =
    node === null
      ? null
      : $findMatchingParent(node, (one) => $isElementNode(one) && !one.isInline());
  return $isElementNode(block) ? block : null;
};

/**
 * A third click selects the whole paragraph. The browser's own stops at what cannot be typed in,
 * such as a citation, and ends in the paragraph after.
 */
export function registerWholeBlock(editor: LexicalEditor): () => void {
  const select = (event: MouseEvent) => {
    const { target, detail } = event;
    if (detail !== 3 || !(target instanceof Node)) return;
    editor.update(() => {
      const block = $blockOf(target);
      if (block === null || block.isEmpty()) return;
      block.select(0, block.getChildrenSize());
    });
  };
  return editor.registerRootListener((root, before) => {
    before?.removeEventListener('click', select);
    root?.addEventListener('click', select);
  });
}

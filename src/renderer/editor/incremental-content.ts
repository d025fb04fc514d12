import {
  $getRoot,
  $isElementNode,
  $isTextNode,
  HISTORIC_TAG,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { blocksOf, type ContentNode } from '../../shared/briefing/content.ts';
import type { LexicalContent } from '../../shared/model/document.ts';

/** A node and all in it as JSON. */
export function $export(node: LexicalNode): ContentNode {
  const json = node.exportJSON() as unknown as ContentNode;
  return $isElementNode(node) ? { ...json, children: node.getChildren().map($export) } : json;
}

/** Whether a node was made from `json`: the same kinds of nodes with the same words. */
function $isMadeFrom(node: LexicalNode, json: ContentNode | undefined): boolean {
  if (json === undefined || node.getType() !== json.type) return false;
  if ($isTextNode(node)) return node.getTextContent() === json['text'];
  if (!$isElementNode(node)) return true;
  const { children = [] } = json;
  return (
    node.getChildrenSize() === children.length &&
    node.getChildren().every((child, index) => $isMadeFrom(child, children[index]))
  );
}

/** The content of a document that is being written. */
export interface IncrementalContent {
  /** The editor's state was just made from this content: its blocks are read from there. */
  readonly adopt: (content: LexicalContent) => void;
  /** The content now; top-level nodes that did not change are the same objects as before. */
  readonly read: () => LexicalContent;
  readonly stop: () => void;
}

/** Keeps the content as JSON, exporting again only the top-level nodes in which something changed. */
export function incrementalContent(editor: LexicalEditor): IncrementalContent {
  let known = new Map<string, ContentNode>();
  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
    // Lexical counts every element above a changed node as dirty, but of a whole new state
    // (undo, a version from the library) only the root.
    const replaced = dirtyLeaves.size === 0 && dirtyElements.size <= 1;
    if (replaced || tags.has(HISTORIC_TAG)) known.clear();
    for (const key of dirtyElements.keys()) known.delete(key);
  });
  const read = () =>
    editor.getEditorState().read(() => {
      const root = $getRoot();
      const now = new Map(
        root.getChildren().map((node) => {
          const key = node.getKey();
          return [key, known.get(key) ?? $export(node)] as const;
        }),
      );
      known = now;
      return {
        root: { ...root.exportJSON(), children: [...now.values()] },
      };
    });
  const adopt = (content: LexicalContent) => {
    const blocks = blocksOf(content);
    known = editor.getEditorState().read(
      () =>
        new Map(
          $getRoot()
            .getChildren()
            .flatMap((node, index) => {
              const block = blocks[index];
              return block !== undefined && $isMadeFrom(node, block)
                ? [[node.getKey(), block] as const]
                : [];
            }),
        ),
    );
  };
  return { adopt, read, stop };
}

import { createHeadlessEditor } from '@lexical/headless';
import * as fc from 'fast-check';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  type EditorState,
  type LexicalEditor,
} from 'lexical';
import { expect, it } from 'vitest';
import { blocksOf } from '../../shared/briefing/content.ts';
import type { LexicalContent } from '../../shared/model/document.ts';
import { incrementalContent } from './incremental-content.ts';

const edits: Readonly<Record<string, (at: number) => void>> = {
  add: (at) => {
    const paragraph = $createParagraphNode().append($createTextNode(`made ${at}`));
    const before = $getRoot().getChildAtIndex(at);
    if (before === null) $getRoot().append(paragraph);
    else before.insertBefore(paragraph);
  },
  write: (at) => {
    const block = $getRoot().getChildAtIndex(at);
    if ($isElementNode(block)) block.append($createTextNode(` more ${at}`));
  },
  change: (at) => {
    const text = $getRoot().getAllTextNodes()[at];
    text?.setTextContent(`${text.getTextContent()}!`);
  },
  remove: (at) => $getRoot().getChildAtIndex(at)?.remove(),
};

const apply = (editor: LexicalEditor, work: () => void) => editor.update(work, { discrete: true });

it('is what the editor has after any edits, and after a whole state came back', () => {
  const names = [...Object.keys(edits), 'undo'];
  const steps = fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(4)), { maxLength: 20 });
  fc.assert(
    fc.property(steps, fc.boolean(), (taken, adopts) => {
      const editor = createHeadlessEditor({
        onError: (error) => {
          throw error;
        },
      });
      apply(editor, () => edits['add']?.(0));
      const content = incrementalContent(editor);
      if (adopts) content.adopt(editor.getEditorState().toJSON() as unknown as LexicalContent);
      const states: EditorState[] = [editor.getEditorState()];
      for (const [name, at] of taken) {
        if (name === 'undo') {
          const before = states[at];
          if (before !== undefined && !before.isEmpty()) editor.setEditorState(before);
        } else {
          apply(editor, () => edits[name]?.(at));
          states.push(editor.getEditorState());
        }
        expect(content.read()).toEqual(editor.getEditorState().toJSON());
      }
      content.stop();
    }),
    { numRuns: 60 },
  );
});

it('leaves blocks that are not touched as they were stored', () => {
  const editor = createHeadlessEditor({
    onError: (error) => {
      throw error;
    },
  });
  apply(editor, () => [0, 1].forEach((at) => edits['add']?.(at)));
  const stored = editor.getEditorState().toJSON() as unknown as LexicalContent;
  const content = incrementalContent(editor);
  content.adopt(stored);
  apply(editor, () => edits['write']?.(1));
  const [first, second] = blocksOf(content.read());
  expect(first).toBe(blocksOf(stored)[0]);
  expect(second).not.toEqual(blocksOf(stored)[1]);
  content.stop();
});

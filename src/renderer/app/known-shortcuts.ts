import type { Shortcut } from '../state/keymap.ts';

type Known = Pick<Shortcut, 'keys' | 'label' | 'group'>;

const of =
  (group: Shortcut['group']) =>
  ([keys, label]: readonly [string, Shortcut['label']]): Known => ({ keys, label, group });

/**
 * The keys of the article list, of an open article and of an open document, for who asks for them
 * elsewhere: a view's own shortcuts are in the keymap only while it is there.
 */
export const knownShortcuts: readonly Known[] = [
  ...(
    [
      ['J', 'library.openNext'],
      ['K', 'library.openPrevious'],
      ['Space', 'library.chooseRow'],
      ['Shift+↓', 'library.chooseRange'],
      ['Ctrl+A', 'library.chooseAll'],
      ['Escape', 'library.chooseNone'],
      ['U', 'library.markRead'],
      ['Delete', 'library.delete'],
    ] as const
  ).map(of('articles')),
  ...(
    [
      ['H', 'reader.highlight'],
      ['1', 'reader.highlight.amber'],
      ['2', 'reader.highlight.fern'],
      ['3', 'reader.highlight.sky'],
      ['4', 'reader.highlight.rose'],
      ['5', 'reader.highlight.iris'],
      ['C', 'reader.comment'],
      ['T', 'reader.tag'],
      ['A', 'reader.tagActor'],
      ['B', 'reader.addToBriefing'],
      ['E', 'reader.resize'],
      ['X', 'reader.hide'],
      ['Delete', 'reader.deletePassage'],
      ['Escape', 'reader.letGo'],
      [']', 'reader.nextPassage'],
      ['[', 'reader.previousPassage'],
      ['S', 'reader.nextSentence'],
      ['W', 'reader.previousSentence'],
      ['Shift+S', 'reader.extendSentence'],
      ['F7', 'reader.caret'],
      ['O', 'actors.nextOpen'],
      ['Shift+O', 'reader.nextInferred'],
      ['Enter', 'reader.askMention'],
      ['Ctrl+F', 'reader.find'],
    ] as const
  ).map(of('reading')),
  ...(
    [
      ['F8', 'briefings.nextGap'],
      ['Shift+F8', 'briefings.previousGap'],
      ['Ctrl+J', 'briefings.myJudgement'],
      ['Ctrl+Shift+K', 'briefings.link'],
      ['Ctrl+F', 'editor.find'],
      ['Ctrl+H', 'editor.replace'],
      ['Escape', 'editor.closeFind'],
    ] as const
  ).map(of('writing')),
];

/**
 * The shortcuts that work here and the known ones, each once: the list and the open article may both
 * have a key for the same thing.
 */
export const withKnown = (here: readonly Known[]): Known[] => [
  ...new Map(
    [...knownShortcuts, ...here].map((one) => [`${one.keys} ${one.label}`, one] as const),
  ).values(),
];

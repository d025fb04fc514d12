import { mergeRegister } from '@lexical/utils';
import {
  $getSelection,
  COMMAND_PRIORITY_CRITICAL,
  SELECTION_CHANGE_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { scrollerOf } from '../../reading/scroll.ts';
import { between, BlockHeights } from './block-heights.ts';
import { chooseBlocks } from './choose-blocks.ts';
import { isAway, isNear, setPlace } from './displayed-blocks.ts';

/** Top-level blocks up to which all of them are displayed. */
const fewEnough = 300;
/** Screens above and below the window in which nothing may be left out. */
const leastAround = 1;

/** True where a neighbour of a block, or the block itself, is left out. */
const isAtGap = (block: Element): boolean =>
  [block.previousElementSibling, block, block.nextElementSibling].some(isAway);

const siblings = {
  before: (block: Element) => block.previousElementSibling,
  behind: (block: Element) => block.nextElementSibling,
} as const;

/** True where blocks are left out less than `reach` CSS px before or behind a block. */
const isNearGap = (block: Element, reach: number): boolean =>
  Object.values(siblings).some((next) => {
    const { top, bottom } = block.getBoundingClientRect();
    for (let at = next(block); at !== null; at = next(at)) {
      if (isAway(at)) return true;
      const place = at.getBoundingClientRect();
      if (top - place.top > reach || place.bottom - bottom > reach) return false;
    }
    return false;
  });

const isLineKey = (key: string): boolean => key.startsWith('Arrow');
const isPageKey = (key: string): boolean => key === 'PageUp' || key === 'PageDown';

/**
 * Of a very long document displays the blocks near the window, around the cursor and at both ends;
 * where others are left out, the upper margin of the block behind them keeps their place. The
 * document and its selection know nothing of it.
 *
 * Chromium asks every block whether it is in sight, paints a layer for each, and looks through them
 * for what is under the pointer, at every key: also those whose contents `content-visibility` skips.
 */
class PageWindow {
  private readonly editor: LexicalEditor;
  private readonly heights = new BlockHeights();
  /** The first and the last block displayed where the window is; null while all are. */
  private edges: readonly [Element, Element] | null = null;

  constructor(editor: LexicalEditor) {
    this.editor = editor;
  }

  register(): () => void {
    const children = new MutationObserver(() => this.arrange());
    const size = new ResizeObserver(([entry]) => {
      if (this.heights.isNewWidth(entry?.contentRect.width ?? 0)) this.arrange();
    });
    return mergeRegister(
      this.editor.registerRootListener((root) => {
        if (root === null) return undefined;
        children.observe(root, { childList: true });
        size.observe(root);
        // Scrolling does not bubble: whichever element scrolls, it is seen on its way down.
        window.addEventListener('scroll', this.follow, { capture: true, passive: true });
        window.addEventListener('resize', this.follow);
        root.addEventListener('keydown', this.makeRoom, { capture: true });
        return () => {
          children.disconnect();
          size.disconnect();
          window.removeEventListener('scroll', this.follow, { capture: true });
          window.removeEventListener('resize', this.follow);
          root.removeEventListener('keydown', this.makeRoom, { capture: true });
        };
      }),
      // Comes before the cursor is drawn at its new place.
      this.editor.registerCommand(
        SELECTION_CHANGE_COMMAND,
        () => {
          if (this.edges === null) return false;
          const blocks = this.$blocksAtCursor();
          if (blocks.some(isAtGap)) this.arrange(blocks);
          return false;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
    );
  }

  /** Displays the block that holds a node. */
  reveal(node: Node): void {
    const block = this.blockOf(node);
    if (isAway(block)) this.arrange([...this.blocksInUse(), block]);
  }

  private readonly follow = (): void => {
    if (this.edges === null) return;
    const [first, last] = this.edges;
    const around = leastAround * window.innerHeight;
    const reachesUp =
      first.previousElementSibling === null || first.getBoundingClientRect().top <= -around;
    const reachesDown =
      last.nextElementSibling === null ||
      last.getBoundingClientRect().bottom >= window.innerHeight + around;
    if (!reachesUp || !reachesDown) this.arrange();
  };

  /**
   * Displays what a key may take the cursor to. Keys can follow each other faster than the page
   * hears of the cursor's new place and of scrolling, and the cursor passes over what is left out.
   */
  private readonly makeRoom = ({ key }: KeyboardEvent): void => {
    if (this.edges === null || !(isLineKey(key) || isPageKey(key))) return;
    const { anchorNode = null, focusNode = null } = getSelection() ?? {};
    const blocks = [anchorNode, focusNode].flatMap((node) =>
      node === null ? [] : (this.blockOf(node) ?? []),
    );
    const at = blocks.at(-1);
    if (at === undefined) return;
    if (isPageKey(key) ? isNearGap(at, window.innerHeight) : isAtGap(at)) this.arrange(blocks);
  };

  private arrange(inUse: readonly (Element | null)[] = this.blocksInUse()): void {
    const blocks = [...(this.editor.getRootElement()?.children ?? [])].filter(
      (block) => block instanceof HTMLElement,
    );
    if (blocks.length > fewEnough) this.displaySome(blocks, inUse);
    else if (this.edges !== null) this.displayAll(blocks);
  }

  private displayAll(blocks: readonly HTMLElement[]): void {
    this.edges = null;
    for (const block of blocks) {
      setPlace(block, null);
      block.style.marginTop = '';
    }
  }

  private displaySome(blocks: readonly HTMLElement[], inUse: readonly (Element | null)[]): void {
    const kept = blocks.flatMap((block, index) => (inUse.includes(block) ? index : []));
    const { displayed, first, last } = chooseBlocks(this.topsOf(blocks), kept, window.innerHeight);
    let leftOut = 0;
    for (const [index, block] of blocks.entries()) {
      if (displayed[index] === true) {
        setPlace(block, 'near');
        block.style.marginTop = leftOut === 0 ? '' : `${Math.round(leftOut + between)}px`;
        leftOut = 0;
      } else {
        setPlace(block, 'away');
        leftOut += this.heights.of(block);
      }
    }
    const [from, to] = [blocks[first], blocks[last]];
    this.edges = from === undefined || to === undefined ? null : [from, to];
  }

  /** Where blocks begin, in CSS px from the top of the window; of those left out, about where. */
  private topsOf(blocks: readonly HTMLElement[]): number[] {
    const rects = blocks.map((block) => (isNear(block) ? block.getBoundingClientRect() : null));
    let top = blocks[0]?.parentElement?.getBoundingClientRect().top ?? 0;
    return blocks.map((block, index) => {
      const rect = rects[index] ?? null;
      const begins = rect?.top ?? top;
      if (rect !== null) {
        this.heights.measure(block, (rects[index + 1]?.top ?? rect.bottom + between) - begins);
      }
      top = begins + this.heights.of(block);
      return begins;
    });
  }

  /** The blocks that hold the cursor or the focus. */
  private blocksInUse(): (Element | null)[] {
    const { activeElement } = document;
    return [
      ...this.editor.getEditorState().read(() => this.$blocksAtCursor()),
      activeElement === null ? null : this.blockOf(activeElement),
    ];
  }

  /** The blocks in which the selection begins and ends. */
  private $blocksAtCursor(): Element[] {
    const selection = $getSelection();
    const points = selection?.getStartEndPoints()?.map((point) => point.getNode());
    return (points ?? selection?.getNodes() ?? []).flatMap((node) => {
      const element = this.editor.getElementByKey(node.getKey());
      return (element === null ? null : this.blockOf(element)) ?? [];
    });
  }

  private blockOf(node: Node): Element | null {
    const root = this.editor.getRootElement();
    let at: Node | null = node;
    while (at !== null && at.parentNode !== root) at = at.parentNode;
    return at instanceof Element ? at : null;
  }
}

const windows = new WeakMap<LexicalEditor, PageWindow>();

/** Leaves out of a very long document's layout what is far from the window and the cursor. */
export function registerPageWindow(editor: LexicalEditor): () => void {
  const window = new PageWindow(editor);
  windows.set(editor, window);
  return window.register();
}

/** Scrolls a place of the document into sight, displaying its block where it is left out. */
export function scrollToRange(
  editor: LexicalEditor,
  range: Range | null | undefined,
  block: ScrollLogicalPosition,
): void {
  const element = range?.startContainer.parentElement;
  if (element == null) return;
  windows.get(editor)?.reveal(element);
  element.scrollIntoView({ block });
}

/** Scrolls what is selected to the middle of the window where it is not in sight whole. */
export function scrollToSelection(editor: LexicalEditor): void {
  const shown = getSelection();
  const root = editor.getRootElement();
  if (shown === null || shown.rangeCount === 0 || root === null) return;
  const range = shown.getRangeAt(0);
  if (!root.contains(range.startContainer)) return;
  const { top, bottom } = range.getBoundingClientRect();
  const frame = scrollerOf(root)?.getBoundingClientRect();
  if (frame === undefined) return;
  if (top < frame.top || bottom > frame.bottom) scrollToRange(editor, range, 'center');
}

import { useCallback, type ReactNode } from 'react';
import type { Article } from '../../../shared/model/article.ts';
import type { HiddenRange, TextRange } from '../../../shared/model/ranges.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMessages } from '../../messages/messages.ts';
import { openCleaningRules } from '../../state/cleaning-rules.ts';
import { learn, lessons } from '../../cleaning/lessons.ts';
import { showDone } from '../../state/undo.ts';
import type { MenuItem } from '../../ui/menu/Menu.tsx';
import type { ToastAction } from '../../ui/toast/toasts.ts';
import { HiddenNote } from './HiddenNote.tsx';

export interface Hidden {
  /** Hidden lines, and those that are only offered. */
  readonly count: number;
  readonly offered: number;
  /** What can be done about all of them. */
  readonly actions: readonly MenuItem[];
  /** What stands at the edge of a hidden or offered line that is shown. */
  readonly note: (range: HiddenRange) => ReactNode;
  readonly hide: (range: TextRange & Partial<HiddenRange>) => void;
}

/** The words of every block that lies in a range. */
const linesOf = ({ text, blocks }: Article, range: TextRange): string[] =>
  blocks
    .filter(({ start, end }) => start >= range.start && end <= range.end)
    .map(({ start, end }) => text.slice(start, end));

/** Hiding and showing lines of an open article, once or everywhere in its outlet. */
export function useHidden(article: Article | undefined): Hidden {
  const m = useMessages();
  const { run: runHide } = useCommand('articles.hide');
  const { run: runUnhide } = useCommand('articles.unhide');
  const { run: runHideOffered } = useCommand('articles.hideOffered');
  const outlet = article?.['container-title'] ?? null;

  /** The same line in every article of the outlet: offered once it was done here. */
  const everywhere = useCallback(
    (range: TextRange & Partial<HiddenRange>, action: 'hide' | 'show'): ToastAction | undefined => {
      const lines = article === undefined ? [] : linesOf(article, range);
      if (outlet === null || lines.length === 0) return undefined;
      const lesson = { outlet, action, reason: range.reason ?? 'by-person', lines, apply: true };
      return {
        label: m('cleaning.everywhere', { outlet }),
        run: () => void learn(m, lesson),
      };
    },
    [article, m, outlet],
  );
  const hide = useCallback(
    async ({ start, end, reason, by }: TextRange & Partial<HiddenRange>) => {
      if (article === undefined) return;
      const given = reason === undefined ? {} : { reason };
      const done = await runHide({ id: article.id, start, end, ...given });
      if (done === undefined) return;
      const range = { start, end, ...given, ...(by === undefined ? {} : { by }) };
      showDone(m, m('reader.hidden'), everywhere(range, 'hide'));
    },
    [article, everywhere, m, runHide],
  );
  const show = useCallback(
    async (range: HiddenRange) => {
      if (article === undefined) return;
      const { start, end } = range;
      const done = await runUnhide({ id: article.id, start, end });
      if (done === undefined) return;
      const learnt = range.reason === 'outlet-repetition' && outlet !== null;
      const says = learnt
        ? m('cleaning.shownAgain', { outlet })
        : m(range.by === 'offered' ? 'reader.kept' : 'reader.restored');
      showDone(m, says, everywhere(range, 'show'));
    },
    [article, everywhere, m, outlet, runUnhide],
  );
  const note = useCallback(
    (range: HiddenRange) => {
      const lines = article === undefined ? [] : linesOf(article, range);
      return (
        <HiddenNote
          range={range}
          onShow={(one) => void show(one)}
          onHide={(one) => void hide(one)}
          lessonsLabel={m('cleaning.everywhere', { outlet: outlet ?? '' })}
          lessons={
            outlet === null || lines.length === 0
              ? []
              : lessons(m, { outlet, range, lines, apply: true })
          }
        />
      );
    },
    [article, hide, m, outlet, show],
  );
  const count = article?.hidden.length ?? 0;
  const offered = article?.offered.length ?? 0;
  const tell = async (work: Promise<unknown>, says: string) => {
    if ((await work) !== undefined) showDone(m, says);
  };
  const actions: MenuItem[] = [];
  if (article !== undefined && offered > 0) {
    actions.push({
      id: 'hide-offered',
      label: m('reader.hideOffered', { count: offered }),
      run: () => void tell(runHideOffered({ id: article.id }), m('reader.hidden')),
    });
  }
  if (article !== undefined && count > 0) {
    actions.push({
      id: 'restore-all',
      label: m('reader.restoreAll'),
      run: () => void tell(runUnhide({ id: article.id }), m('reader.restoredAll')),
    });
  }
  actions.push({
    id: 'rules',
    label: m('cleaning.title'),
    separated: actions.length > 0,
    run: openCleaningRules,
  });
  return { count, offered, actions, note, hide: (range) => void hide(range) };
}

import { client } from '../api/client.ts';
import { showError } from '../api/show-error.ts';
import type { Input } from '../../shared/contract/methods.ts';
import type { HiddenRange } from '../../shared/model/ranges.ts';
import type { Messages } from '../messages/messages.ts';
import type { MenuItem } from '../ui/menu/Menu.tsx';
import { showDone } from '../state/undo.ts';

type Lesson = Input<'cleaning.learn'>;

/** Hides or shows lines in every article of an outlet, and says what that did. */
export async function learn(m: Messages, lesson: Lesson): Promise<void> {
  try {
    const { applied } = await client.call('cleaning.learn', lesson);
    const { outlet, apply, action } = lesson;
    const says =
      apply === true
        ? m('cleaning.learntApplied', { outlet, count: applied.articles })
        : m(action === 'hide' ? 'cleaning.learntHide' : 'cleaning.learntShow', { outlet });
    showDone(m, says);
  } catch (error) {
    showError(error);
  }
}

export interface Teaching {
  readonly outlet: string;
  readonly range: HiddenRange;
  /** The words of each block the range covers. */
  readonly lines: readonly string[];
  /** Also in the articles that are in the library. */
  readonly apply: boolean;
}

/** What a hidden, offered or restored line can teach about its outlet, as entries of a menu. */
export function lessons(m: Messages, { outlet, range, lines, apply }: Teaching): MenuItem[] {
  const { reason, by } = range;
  const kind = m(`reasons.${reason}`);
  const teach = (action: Lesson['action'], what: { lines?: string[] }) => () =>
    void learn(m, { outlet, action, reason, apply, ...what });
  const line = { lines: [...lines] };
  const items: MenuItem[] = [
    {
      id: 'show-line',
      label: m('cleaning.showLine', { outlet }),
      run: teach('show', line),
    },
    { id: 'hide-line', label: m('cleaning.hideLine', { outlet }), run: teach('hide', line) },
  ];
  if (reason === 'by-person') return items;
  return [
    ...items,
    by === 'offered'
      ? {
          id: 'hide-kind',
          label: m('cleaning.hideKind', { outlet, kind }),
          separated: true,
          run: teach('hide', {}),
        }
      : {
          id: 'show-kind',
          label: m('cleaning.showKind', { outlet, kind }),
          separated: true,
          run: teach('show', {}),
        },
  ];
}

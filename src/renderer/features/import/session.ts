import type { z } from 'zod';
import { create } from 'zustand';
import type { FinishedFile } from '../../../shared/contract/events.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import type { ArticleFields } from '../../../shared/model/article.ts';
import type { decisionSchema, PreviewItem } from '../../../shared/model/import.ts';
import type { HiddenRange } from '../../../shared/model/ranges.ts';

export type Preview = Output<'import.preview'>;
export type Report = Output<'import.run'>;

/** What the person changed in one row of the preview. */
export interface Edit {
  readonly include?: boolean;
  readonly fields?: ArticleFields;
  readonly hidden?: readonly HiddenRange[];
  readonly as?: Decision['as'];
  readonly near?: Decision['near'];
}

type Decision = z.infer<typeof decisionSchema>;

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly source: string | null;
  readonly failed: number;
  /** The files that came to their end last, newest first; those that were left out stay. */
  readonly finished: readonly FinishedFile[];
}

export type PreviewSession = Extract<Session, { phase: 'preview' }>;

/** Where an import stands. */
export type Session =
  | { readonly phase: 'idle' }
  | { readonly phase: 'reading' | 'storing'; readonly progress: Progress | null }
  | {
      readonly phase: 'preview';
      readonly preview: Preview;
      readonly edits: Readonly<Record<string, Edit>>;
      /** The row whose evidence is shown. */
      readonly current: string | null;
    }
  | {
      readonly phase: 'done';
      readonly report: Report;
      /** What was stopped, to be gone on with. */
      readonly rest: PreviewSession | null;
    };

export const useSession = create<{ readonly session: Session }>(() => ({
  session: { phase: 'idle' },
}));

export const setSession = (session: Session): void => useSession.setState({ session });

/** Joins a change to what was already edited in rows. */
export function editRows(keys: readonly string[], change: Edit): void {
  useSession.setState(({ session }) => {
    if (session.phase !== 'preview') return { session };
    const changed = keys.map((key) => {
      const before = session.edits[key] ?? {};
      return [key, { ...before, ...change, fields: { ...before.fields, ...change.fields } }];
    });
    const edits = { ...session.edits, ...(Object.fromEntries(changed) as Record<string, Edit>) };
    return { session: { ...session, edits } };
  });
}

export const editRow = (key: string, change: Edit): void => editRows([key], change);

/** Puts rows read again in the place of those they replace; what was edited in these is gone. */
export function replaceRows({ replaced, items }: Output<'import.reread'>): void {
  useSession.setState(({ session }) => {
    if (session.phase !== 'preview') return { session };
    const { preview, edits } = session;
    const at = preview.items.findIndex(({ key }) => replaced.includes(key));
    const others = preview.items.filter(({ key }) => !replaced.includes(key));
    const kept = Object.entries(edits).filter(([key]) => !replaced.includes(key));
    return {
      session: {
        ...session,
        preview: { ...preview, items: others.toSpliced(at, 0, ...items) },
        edits: Object.fromEntries(kept),
        current: items[0]?.key ?? null,
      },
    };
  });
}

const isSame = (item: PreviewItem, change: Partial<PreviewItem>): boolean =>
  Object.entries(change).every(
    ([field, value]) => JSON.stringify(item[field as keyof PreviewItem]) === JSON.stringify(value),
  );

/** Changes what was read of some rows; what the person edited stays. */
export function changeItems(
  items: readonly (Pick<PreviewItem, 'key'> & Partial<PreviewItem>)[],
): void {
  const byKey = new Map(items.map((item) => [item.key, item]));
  useSession.setState(({ session }) => {
    if (session.phase !== 'preview') return { session };
    const { preview } = session;
    const changed = preview.items.map((item) => {
      const change = byKey.get(item.key);
      return change === undefined || isSame(item, change) ? item : { ...item, ...change };
    });
    return { session: { ...session, preview: { ...preview, items: changed } } };
  });
}

export function showRow(current: string): void {
  useSession.setState(({ session }) =>
    session.phase === 'preview' ? { session: { ...session, current } } : { session },
  );
}

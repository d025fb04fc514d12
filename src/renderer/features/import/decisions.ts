import type { z } from 'zod';
import type { decisionSchema } from '../../../shared/model/import.ts';
import { client } from '../../api/client.ts';
import { showError } from '../../api/show-error.ts';
import { useSession, type Edit, type PreviewSession } from './session.ts';

type Decision = z.infer<typeof decisionSchema>;

/** What the person decided about one row, as the library takes it. */
const decisionOf = (key: string, edit: Edit | undefined, include: boolean): Decision => ({
  key,
  include: edit?.include ?? include,
  ...(edit?.fields === undefined ? {} : { fields: edit.fields }),
  ...(edit?.hidden === undefined ? {} : { hidden: [...edit.hidden] }),
  ...(edit?.as === undefined ? {} : { as: edit.as }),
  ...(edit?.near === undefined ? {} : { near: edit.near }),
});

/** Decisions as changes of rows again. */
export const editsOf = (decisions: readonly Decision[]): Readonly<Record<string, Edit>> =>
  Object.fromEntries(
    decisions.map(({ key, include, fields, hidden, as, near }): [string, Edit] => [
      key,
      {
        include,
        ...(fields === undefined ? {} : { fields }),
        ...(hidden === undefined ? {} : { hidden }),
        ...(as === undefined ? {} : { as }),
        ...(near === undefined ? {} : { near }),
      },
    ]),
  );

/** Every row and record of a preview as the person decided; identical files are left out unasked. */
export function decisionsOf({ preview, edits }: PreviewSession): Decision[] {
  return [
    ...preview.items.map(({ key, duplicate }) =>
      decisionOf(key, edits[key], duplicate?.kind !== 'identical'),
    ),
    ...preview.records.map(({ key }) => decisionOf(key, edits[key], true)),
  ];
}

async function send(): Promise<void> {
  const { session } = useSession.getState();
  if (session.phase !== 'preview') return;
  const decisions = decisionsOf(session).filter(({ key }) => session.edits[key] !== undefined);
  try {
    await client.call('import.decide', { previewId: session.preview.previewId, decisions });
  } catch (error) {
    showError(error);
  }
}

let sending = false;
let changed = false;

/** Sends what is decided at once, and what was decided meanwhile as soon as that is kept. */
async function remember(): Promise<void> {
  changed = true;
  if (sending) return;
  sending = true;
  while (changed) {
    changed = false;
    await send();
  }
  sending = false;
}

// What was corrected is there again when the window was closed before the import.
useSession.subscribe(({ session }, { session: before }) => {
  if (session.phase !== 'preview' || before.phase !== 'preview') return;
  if (session.edits === before.edits || session.preview.previewId !== before.preview.previewId)
    return;
  void remember();
});

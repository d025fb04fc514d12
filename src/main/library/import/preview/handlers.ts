import type { Handlers } from '../../../../shared/contract/methods.ts';
import type { ImportContext } from '../context.ts';
import { encodingNamed } from '../encoding/decode.ts';
import { labelFor } from '../label.ts';
import { expandSources } from '../sources.ts';
import type { Turns } from '../turns.ts';
import { compareRows, rereadFile } from './again.ts';
import { checkDecisions } from './decide.ts';
import { giveOutlets } from './hidden-rows.ts';
import {
  forgetPreview,
  keepPreview,
  listPreviews,
  rememberDecisions,
  rememberEncoding,
  reopened,
} from './kept-previews.ts';
import { makePreview } from './make.ts';
import type { PreviewOnScreen } from './on-screen.ts';
import { likenessByKey } from './preview.ts';

/** Looking files over before they are imported, and deciding what becomes of them. */
export function previewHandlers(
  context: ImportContext,
  turns: Turns,
  onScreen: PreviewOnScreen,
): Handlers<
  | 'import.preview'
  | 'import.kept'
  | 'import.reopen'
  | 'import.decide'
  | 'import.discard'
  | 'import.reread'
  | 'import.compare'
  | 'import.clean'
> {
  return {
    'import.preview': ({ sources, keep }) =>
      turns.take(async (signal) => {
        const { files, failed } = await expandSources(sources);
        const { nearThreshold } = await context.settings.get();
        const made = await makePreview(context, files, failed, nearThreshold, signal);
        onScreen.show(made.preview);
        const isWorthKeeping = keep === true && !context.readOnly && made.output.items.length > 0;
        if (isWorthKeeping) {
          await keepPreview(context, made.preview.id, labelFor(files), sources);
        }
        return made.output;
      }),
    'import.kept': () => ({ items: listPreviews(context.db) }),
    'import.reopen': ({ previewId }) =>
      turns.take(async (signal) => {
        const { sources, asRead, decisionsFor } = reopened(context, previewId);
        const { files, failed } = await expandSources(sources);
        const { nearThreshold } = await context.settings.get();
        const read = files.map(asRead);
        const made = await makePreview(context, read, failed, nearThreshold, signal, previewId);
        onScreen.show(made.preview);
        return { ...made.output, decisions: decisionsFor(made.preview) };
      }),
    'import.decide': ({ previewId, decisions }) => {
      const preview = onScreen.get(previewId);
      checkDecisions(preview, decisions);
      if (!context.readOnly) rememberDecisions(context, preview, decisions);
      return {};
    },
    'import.discard': async ({ previewId }) => {
      onScreen.close(previewId);
      if (!context.readOnly) await forgetPreview(context, previewId);
      return {};
    },
    'import.reread': ({ previewId, key, encoding }) =>
      turns.take(async () => {
        const before = onScreen.get(previewId);
        const reread = await rereadFile(context, before, key, encodingNamed(encoding));
        onScreen.show(reread.preview);
        const file = reread.preview.files.find(({ rows }) =>
          rows.some((row) => reread.output.items.some((item) => item.key === row.key)),
        )?.file;
        if (file !== undefined && !context.readOnly) rememberEncoding(context, previewId, file);
        return reread.output;
      }),
    'import.clean': ({ previewId, rows }) => {
      const given = giveOutlets(context.db, onScreen.get(previewId), rows);
      onScreen.show(given.preview);
      return given.output;
    },
    'import.compare': ({ previewId, threshold }) =>
      turns.take(async () => {
        const preview = { ...onScreen.get(previewId), threshold };
        const output = compareRows(context, preview);
        onScreen.show({ ...preview, likeness: likenessByKey(output.items) });
        return output;
      }),
  };
}

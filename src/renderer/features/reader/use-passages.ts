import { useCallback, useMemo, useState } from 'react';
import { colours, type Annotation, type Colour } from '../../../shared/model/annotation.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { mostPassages } from '../../reading/most-passages.ts';
import { showPanel } from '../../state/layout.ts';
import { addToBriefing } from '../../editor/insertion.ts';
import { useMessages } from '../../messages/messages.ts';
import { holdKeys } from '../../state/keymap.ts';
import { editAnnotation, useSelection, type EditedField } from '../../state/selection.ts';
import { showDone } from '../../state/undo.ts';

const none: readonly Annotation[] = [];

function edit(id: string, field: EditedField): void {
  showPanel();
  editAnnotation(id, field);
}

/** The passages of an article and what can be done with a selection. */
export function usePassages(articleId: string) {
  const m = useMessages();
  const { data } = useMethod('annotations.list', { articleId, limit: mostPassages });
  const annotations = data?.items ?? none;
  const placed = useMemo(
    () => annotations.filter(({ status }) => status !== 'orphaned'),
    [annotations],
  );
  const create = useCommand('annotations.create');
  const update = useCommand('annotations.update');
  const remove = useCommand('annotations.delete');
  const [colour, setColour] = useState<Colour>(colours[0]);

  const mark = useCallback(
    async (range: TextRange, motivation: Annotation['motivation'], chosen: Colour) => {
      const { start, end } = range;
      const annotation = await create.run({ articleId, start, end, motivation, colour: chosen });
      if (annotation !== undefined) useSelection.setState({ annotationId: annotation.id });
      return annotation;
    },
    [articleId, create],
  );

  /** The passage on exactly these words, or a new highlight there. */
  const passageAt = useCallback(
    async (range: TextRange) =>
      placed.find(({ start, end }) => start === range.start && end === range.end) ??
      mark(range, 'highlighting', colour),
    [placed, mark, colour],
  );

  return {
    annotations,
    placed,
    colour,
    highlight: (range: TextRange, chosen = colour) => {
      setColour(chosen);
      return mark(range, 'highlighting', chosen);
    },
    comment: async (range: TextRange) => {
      holdKeys();
      const annotation = await mark(range, 'commenting', colour);
      if (annotation !== undefined) edit(annotation.id, 'comment');
    },
    tag: async (range: TextRange) => {
      holdKeys();
      const annotation = await mark(range, 'tagging', colour);
      if (annotation !== undefined) edit(annotation.id, 'tags');
    },
    edit: (id: string, field: EditedField) => {
      holdKeys();
      edit(id, field);
    },
    remove: async (id: string) => {
      const done = await remove.run({ id });
      if (done !== undefined) showDone(m, m('annotations.deleted'));
    },
    recolour: (id: string, chosen: Colour) => {
      setColour(chosen);
      return update.run({ id, colour: chosen });
    },
    /** Gives a passage that moved or was lost these words as its place. */
    place: async (id: string, { start, end }: TextRange) => {
      const done = await update.run({ id, start, end });
      if (done !== undefined) showDone(m, m('reader.placed'));
    },
    addToBriefing: async (range: TextRange) => {
      const annotation = await passageAt(range);
      if (annotation !== undefined) await addToBriefing(annotation, m);
    },
  };
}

export type Passages = ReturnType<typeof usePassages>;

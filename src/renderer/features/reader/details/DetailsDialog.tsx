import { revealedLine } from '../../../../shared/model/plain-line.ts';
import { useId, useState } from 'react';
import { placingFields, type Article } from '../../../../shared/model/article.ts';
import type { Proposal } from '../../../../shared/model/import.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useMethod } from '../../../api/use-method.ts';
import { useMessages } from '../../../messages/messages.ts';
import { problem, type FieldName } from '../../../metadata/fields.ts';
import { openNearDuplicates } from '../../../state/near-duplicates.ts';
import { showDone } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import css from './DetailsDialog.module.css';
import { DetailsField } from './DetailsField.tsx';
import { changedFields, textsOf } from './details.ts';

const mainFields = [
  'title',
  'container-title',
  'author',
  'issued',
  'accessed',
  'language',
  'URL',
] as const satisfies readonly FieldName[];

const fields = [...mainFields, ...placingFields];

const none: readonly Proposal[] = [];

/** What is known of an article, to be corrected; what its words say is offered beside each field. */
export function DetailsDialog({
  article,
  onClose,
}: {
  readonly article: Article;
  readonly onClose: () => void;
}) {
  const m = useMessages();
  const form = useId();
  const { data } = useMethod('articles.proposals', { id: article.id });
  const { run, pending } = useCommand('articles.update');
  const [texts, setTexts] = useState(() => textsOf(article));
  const proposals = data?.items ?? none;
  const changed = changedFields(article, texts);
  const wrong = fields
    .map((field) => problem(field, texts[field]))
    .find((one) => one !== undefined);
  const nothing = Object.keys(changed).length === 0 ? 'metadata.nothingChanged' : undefined;
  const refusal = wrong ?? nothing;
  const fieldOf = (field: FieldName) => (
    <DetailsField
      key={field}
      field={field}
      article={article}
      text={texts[field]}
      proposals={proposals.filter((proposal) => proposal.field === field)}
      onChange={(text) => setTexts((all) => ({ ...all, [field]: text }))}
    />
  );
  const save = async () => {
    if ((await run({ id: article.id, ...changed })) === undefined) return;
    onClose();
    showDone(m, m('metadata.saved'));
  };
  return (
    <Dialog
      width={560}
      title={m('metadata.detailsTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{m('ui.cancel')}</Button>
          <Button
            type="submit"
            form={form}
            look="primary"
            pending={pending}
            disabledReason={refusal === undefined ? undefined : m(refusal)}
          >
            {m('metadata.save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={css.fields}
        onSubmit={(event) => {
          event.preventDefault();
          if (refusal === undefined) void save();
        }}
      >
        {mainFields.map(fieldOf)}
        <details open={placingFields.some((field) => article[field] !== null)}>
          <summary className={css.more}>{m('metadata.moreFields')}</summary>
          <div className={css.placing}>{placingFields.map(fieldOf)}</div>
        </details>
        <Button
          look="link"
          className={css.same}
          onClick={() => {
            onClose();
            openNearDuplicates(article.id);
          }}
        >
          {m('near.sameReport')}
        </Button>
        <p className={css.source}>
          {m('metadata.imported', { name: revealedLine(article.source.name) })}
        </p>
      </form>
    </Dialog>
  );
}

import { useMessages } from '../../../messages/messages.ts';
import { closeNearDuplicates, useNearDuplicates } from '../../../state/near-duplicates.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { Groups } from './Groups.tsx';
import { JoinForm } from './JoinForm.tsx';
import css from './near.module.css';
import { Regrouping } from './Regrouping.tsx';

function Near({ articleId }: { readonly articleId: string | null }) {
  const m = useMessages();
  return (
    <Dialog
      width={680}
      title={m('near.title')}
      onClose={closeNearDuplicates}
      actions={<Button onClick={closeNearDuplicates}>{m('ui.close')}</Button>}
    >
      <p className={css.explain}>{m('near.explain')}</p>
      {articleId !== null && <JoinForm articleId={articleId} />}
      <Regrouping />
      <Groups />
    </Dialog>
  );
}

/** Articles that carry one report: their groups, joining by hand, and grouping anew. */
export function NearDuplicates() {
  const { open, articleId } = useNearDuplicates();
  return open && <Near key={articleId} articleId={articleId} />;
}

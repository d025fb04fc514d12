import { placingFields } from '../../../shared/model/article.ts';
import type { PreviewItem } from '../../../shared/model/import.ts';
import { fieldLabels } from '../../metadata/fields.ts';
import { Words } from '../../metadata/Words.tsx';
import { useMessages } from '../../messages/messages.ts';
import css from './EvidencePane.module.css';

/** Section, page, number and the like of a row, as far as its source says them. */
export function PlacingFields({ item }: { readonly item: PreviewItem }) {
  const m = useMessages();
  return placingFields.map((field) => {
    const proposal = item.proposals.find((one) => one.field === field && one.certain);
    if (proposal === undefined) return null;
    return (
      <section key={field} className={css.field}>
        <h3 className={css.label}>{m(fieldLabels[field])}</h3>
        <p className={css.value}>{proposal.value}</p>
        <Words item={item} evidence={proposal.evidence} />
      </section>
    );
  });
}

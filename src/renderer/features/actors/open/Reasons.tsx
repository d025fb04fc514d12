import type { Output } from '../../../../shared/contract/methods.ts';
import type { Mention } from '../../../../shared/model/actor.ts';
import { useMessages, type Messages } from '../../../messages/messages.ts';
import css from './MentionCard.module.css';

type Candidates = Output<'mentions.candidates'>;

interface ReasonsProps {
  readonly mention: Mention;
  readonly item: Candidates['items'][number];
  readonly others: Candidates['others'];
}

type Office = NonNullable<Candidates['items'][number]['office']>;

function officeReason(m: Messages, name: string, { title, of, from, until }: Office): string {
  const ended = until === null ? 'from' : 'both';
  const span = from === null ? (until === null ? 'none' : 'until') : ended;
  return m('actors.whyOffice', {
    name,
    title,
    owned: of === null ? 'no' : 'yes',
    owner: of ?? '',
    span,
    from: from ?? '',
    until: until ?? '',
  });
}

/** What the article says for a mention, in one or two sentences. */
export function Reasons({ mention, item, others }: ReasonsProps) {
  const m = useMessages();
  const { name, named, evidence, titles, office } = item;
  const { text, status } = mention;
  const words = [...new Set(evidence.map((place) => place.text))].join('”, “');
  const reasons: string[] = [];
  if (status === 'confirmed') reasons.push(m('actors.whyConfirmed'));
  else if (status === 'proposed') reasons.push(m('actors.whyProposed', { text, name }));
  else if (office !== null) reasons.push(officeReason(m, name, office));
  else {
    if (titles.length > 0) {
      reasons.push(m('actors.whyTitle', { titles: titles.join('”, “'), name }));
    }
    reasons.push(
      named > 0
        ? m('actors.whyNamed', { name, count: named, words })
        : m('actors.whyNotNamed', { name }),
    );
    if (others.length === 0) reasons.push(m('actors.whyOnly', { text }));
    else if (others.every((other) => other.named === 0)) reasons.push(m('actors.whyOthersAbsent'));
  }
  return <p className={css.reasons}>{reasons.join(' ')}</p>;
}

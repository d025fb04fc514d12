import {
  CalendarOff,
  CircleHelp,
  GitCommitHorizontal,
  Quote,
  Scale,
  Split,
  Unlink,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { wordDiff } from '../../../shared/briefing/word-diff.ts';
import type { CheckedQuote } from '../../../shared/briefing/quote-guard.ts';
import { CitationDecision } from '../../editor/CitationDecision.tsx';
import { WordChanges } from '../../editor/WordChanges.tsx';
import { useMessages } from '../../messages/messages.ts';
import { href } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import type { Finding } from './findings.ts';
import css from './FindingCard.module.css';

/** What can be done about a finding. */
export interface FindingActions {
  readonly takeSource: (quote: CheckedQuote) => void;
  readonly cite: (quote: CheckedQuote, annotationId: string) => void;
  readonly keep: (finding: Finding) => void;
  readonly findPassage: (finding: Finding) => void;
  readonly judge: (finding: Finding) => void;
  /** Says of a sentence that it names an open information gap. */
  readonly leaveOpen: (finding: Finding) => void;
}

export interface FindingCardProps {
  readonly finding: Finding;
  readonly actions: FindingActions;
}

export function FindingCard({ finding, actions }: FindingCardProps) {
  const m = useMessages();
  switch (finding.kind) {
    case 'differs':
      return <DiffersCard finding={finding} quote={finding.quote} actions={actions} />;
    case 'elsewhere': {
      const { quote } = finding;
      const { annotationId, articleId } = quote;
      return (
        <Card tone="warn" icon={<Quote size={14} />} title={m('briefings.elsewhere')}>
          <p className={css.quote}>{quote.text}</p>
          <p className={css.meta}>{m('briefings.elsewhereIn')}</p>
          <div className={css.buttons}>
            {annotationId !== undefined && (
              <Button onClick={() => actions.cite(quote, annotationId)}>
                {m('briefings.citeIt')}
              </Button>
            )}
            {articleId !== undefined && (
              <a className={css.link} href={href({ name: 'article', id: articleId })}>
                {m('briefings.openIt')}
              </a>
            )}
          </div>
        </Card>
      );
    }
    case 'nowhere':
      return (
        <Card tone="danger" icon={<Quote size={14} />} title={m('briefings.nowhere')}>
          <p className={css.quote}>{finding.quote.text}</p>
          <div className={css.buttons}>
            <Button look="plain" className={css.quiet} onClick={() => actions.keep(finding)}>
              {m('briefings.keepMine')}
            </Button>
          </div>
        </Card>
      );
    case 'gap':
      return (
        <Card tone="plain" title={m('briefings.needsSource')} danger>
          <div className={css.buttons}>
            <Button keys="[[" onClick={() => actions.findPassage(finding)}>
              {m('briefings.findPassage')}
            </Button>
            <Button look="plain" className={css.quiet} onClick={() => actions.judge(finding)}>
              {m('briefings.myJudgement')}
            </Button>
            <Button look="plain" className={css.quiet} onClick={() => actions.leaveOpen(finding)}>
              {m('briefings.isGap')}
            </Button>
          </div>
        </Card>
      );
    case 'origin': {
      const { name, articles } = finding;
      return (
        <Line icon={<GitCommitHorizontal size={14} />}>
          {m('briefings.oneOrigin', { articles, name })}
        </Line>
      );
    }
    case 'open':
      return <Line icon={<CircleHelp size={14} />}>{m('briefings.openGap')}</Line>;
    case 'contradicted':
      return (
        <Line icon={<Split size={14} />}>
          {m('briefings.contradicted', {
            count: finding.numbers.length,
            numbers: finding.numbers.join(', '),
          })}
        </Line>
      );
    case 'figures':
      return (
        <Card tone="warn" icon={<Scale size={14} />} title={m('briefings.figures')}>
          <ul className={css.meta}>
            {finding.values.map(({ text, number }) => (
              <li key={number}>{m('briefings.figureIn', { text, number })}</li>
            ))}
          </ul>
          <p className={css.meta}>{m('briefings.figuresTag', { tag: finding.tag })}</p>
          <div className={css.buttons}>
            <Button look="plain" className={css.quiet} onClick={() => actions.keep(finding)}>
              {m('briefings.figuresKeep')}
            </Button>
          </div>
        </Card>
      );
    case 'undated':
      return (
        <Line icon={<CalendarOff size={14} />}>
          {m('briefings.sourceUndated', { number: finding.number })}
        </Line>
      );
    case 'source':
      return (
        <Card
          tone="warn"
          icon={<Unlink size={14} />}
          title={m('citations.source', { number: finding.citation.number })}
        >
          <CitationDecision citation={finding.citation} change={finding.change} />
        </Card>
      );
  }
}

interface DiffersProps extends FindingCardProps {
  readonly quote: CheckedQuote;
}

function DiffersCard({ finding, quote, actions }: DiffersProps) {
  const m = useMessages();
  const mine = quote.text.replace(/[.,。、]$/u, '');
  const parts = wordDiff(mine, quote.source ?? '');
  const words = (kind: string) =>
    parts
      .filter((part) => part.kind === kind)
      .reduce((count, { text }) => count + text.trim().split(/\s+/u).length, 0);
  const replacement = parts
    .filter(({ kind }) => kind === 'source')
    .map(({ text }) => text.trim())
    .join(' … ');
  const short = replacement !== '' && replacement.length <= 20;
  return (
    <Card
      tone="warn"
      icon={<Quote size={14} />}
      title={m('briefings.differs', { count: Math.max(words('mine'), words('source')) })}
    >
      <WordChanges mine={mine} source={quote.source ?? ''} />
      <div className={css.buttons}>
        <Button onClick={() => actions.takeSource(quote)}>
          {short ? m('briefings.useWords', { words: replacement }) : m('briefings.useSource')}
        </Button>
        <Button look="plain" className={css.quiet} onClick={() => actions.keep(finding)}>
          {m('briefings.keepMine')}
        </Button>
      </div>
    </Card>
  );
}

interface CardProps {
  readonly tone: 'warn' | 'danger' | 'plain';
  readonly title: string;
  readonly icon?: ReactNode;
  readonly danger?: boolean;
  readonly children: ReactNode;
}

function Card({ tone, title, icon, danger = false, children }: CardProps) {
  return (
    <div className={css.card} data-tone={tone}>
      <p className={css.title} data-danger={danger || undefined}>
        {icon}
        {title}
      </p>
      {children}
    </div>
  );
}

interface LineProps {
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function Line({ icon, children }: LineProps) {
  return (
    <p className={css.line}>
      {icon}
      <span>{children}</span>
    </p>
  );
}

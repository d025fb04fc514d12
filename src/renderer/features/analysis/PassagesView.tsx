import type { Parsed } from '../../../shared/contract/methods.ts';
import { useMethod, useMethodEach } from '../../api/use-method.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { href } from '../../state/route.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { View } from '../../ui/layout/View.tsx';
import css from './Analysis.module.css';

export interface PassagesViewProps {
  readonly actorIds: readonly string[];
  readonly outlet?: string | null;
  /** Which articles count. */
  readonly filter: Pick<Parsed<'analysis.passages'>, 'tag' | 'from' | 'until'>;
}

const names = new Intl.ListFormat('en', { type: 'conjunction' });

/** The passages behind a count: where all of the actors are named, article by article. */
export function PassagesView({ actorIds, outlet, filter }: PassagesViewProps) {
  const m = useMessages();
  const { data, error } = useMethod('analysis.passages', {
    actorIds: [...actorIds],
    ...filter,
    ...(outlet === undefined ? {} : { outlet }),
  });
  const actors = useMethodEach(
    'actors.get',
    actorIds.map((id) => ({ id })),
  );
  const placesThat = (together: boolean) =>
    (data?.items ?? [])
      .filter((item) => item.together === together)
      .map(({ articleId, start, end }) => ({ articleId, start, end }));
  const [paragraphs, mentions] = useMethodEach('articles.excerpts', [
    { places: placesThat(true), around: 0 },
    { places: placesThat(false) },
  ]);
  const excerpts = [...(paragraphs?.items ?? []), ...(mentions?.items ?? [])];
  if (error !== null) return <EmptyState>{m('analysis.passagesNone')}</EmptyState>;
  if (data === undefined) return null;
  const named = names.format(actors.map((actor) => actor?.name ?? '…'));
  const title = m(actorIds.length > 1 ? 'analysis.passagesOf' : 'analysis.passagesOfOne', {
    names: named,
  });
  const wordsOf = (articleId: string, start: number) => {
    const found = excerpts.find((one) => one.articleId === articleId && one.start === start);
    return found === undefined ? '' : `${found.before}${found.words}${found.after}`;
  };
  return (
    <View
      title={title}
      count={[
        outlet === undefined
          ? ''
          : m('analysis.inOutlet', { outlet: outlet ?? m('analysis.outletUnknown') }),
        filter.tag ?? '',
        [filter.from, filter.until].some((date) => date !== undefined)
          ? m('analysis.fromTo', {
              from: formatIssued(filter.from ?? null) ?? '…',
              until: formatIssued(filter.until ?? null) ?? '…',
            })
          : '',
        m('analysis.passagesCount', { articles: data.articleTotal }),
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      <div className={css.body}>
        <div className={css.list}>
          {data.articles.map((article) => (
            <div key={article.id} lang={article.language ?? undefined}>
              <p className={css.source}>
                <a href={href({ name: 'article', id: article.id })}>{article.title}</a>
                {' · '}
                {article['container-title'] ?? m('analysis.outletUnknown')}
                {' · '}
                {formatIssued(article.issued) ?? m('analysis.noDate')}
              </p>
              {data.items
                .filter(({ articleId }) => articleId === article.id)
                .map(({ start, end, together }) => (
                  <a
                    key={start}
                    className={css.passage}
                    dir="auto"
                    href={href({ name: 'article', id: article.id, start, end })}
                  >
                    {wordsOf(article.id, start)}
                    {!together && <span className={css.note}>{m('analysis.apart')}</span>}
                  </a>
                ))}
            </div>
          ))}
        </div>
      </div>
    </View>
  );
}

import type { Input, Output } from '../../../shared/contract/methods.ts';
import { useMethod, useMethodEach } from '../../api/use-method.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { href } from '../../state/route.ts';
import css from './Analysis.module.css';

/** Articles of one page. */
export const pageSize = 25;

interface PassagesPageProps {
  readonly asked: Input<'analysis.passages'>;
  /** Articles on the pages before. */
  readonly offset: number;
}

/** Articles with the passages in them that name the actors, each a click from its place. */
export function PassagesPage({ asked, offset }: PassagesPageProps) {
  const m = useMessages();
  const { data } = useMethod('analysis.passages', offset === 0 ? asked : { ...asked, offset });
  const placesThat = (together: boolean) =>
    (data?.items ?? [])
      .filter((item) => item.together === together)
      .map(({ articleId, start, end }) => ({ articleId, start, end }));
  const [paragraphs, mentions] = useMethodEach('articles.excerpts', [
    { places: placesThat(true), around: 0 },
    { places: placesThat(false) },
  ]);
  const excerpts = new Map(
    [...(paragraphs?.items ?? []), ...(mentions?.items ?? [])].map((one) => [
      `${one.articleId} ${one.start}`,
      one,
    ]),
  );
  return data?.articles.map((article) => (
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
            <PassageWords excerpt={excerpts.get(`${article.id} ${start}`)} whole={together} />
            {!together && <span className={css.note}>{m('analysis.apart')}</span>}
          </a>
        ))}
    </div>
  ));
}

interface PassageWordsProps {
  readonly excerpt: Output<'articles.excerpts'>['items'][number] | undefined;
  /** A whole paragraph; else a name in the words around it. */
  readonly whole: boolean;
}

function PassageWords({ excerpt, whole }: PassageWordsProps) {
  if (excerpt === undefined) return null;
  const { before, words, after } = excerpt;
  if (whole) return words;
  return (
    <>
      …{before}
      <strong>{words}</strong>
      {after}…
    </>
  );
}

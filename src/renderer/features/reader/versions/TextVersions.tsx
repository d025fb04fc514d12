import { useState } from 'react';
import type { Article, TextVersion } from '../../../../shared/model/article.ts';
import { useMethod } from '../../../api/use-method.ts';
import { formatMoment } from '../../../messages/dates.ts';
import { useMessages } from '../../../messages/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import css from './TextVersions.module.css';
import { VersionView } from './VersionView.tsx';

interface TextVersionsProps {
  readonly article: Article;
  readonly onClose: () => void;
}

/** The versions of an article's text beside what changed since the one that is chosen. */
export function TextVersions({ article, onClose }: TextVersionsProps) {
  const m = useMessages();
  const { data } = useMethod('articles.versions', { id: article.id });
  const [chosen, setChosen] = useState<number | null>(null);
  const items = data?.items ?? [];
  const shown = items.find(({ version }) => version === chosen) ?? items[1] ?? items[0];
  return (
    <Dialog
      title={m('textVersions.title')}
      width={960}
      onClose={onClose}
      actions={
        <Button data-autofocus onClick={onClose}>
          {m('versions.close')}
        </Button>
      }
    >
      <div className={css.columns}>
        <ol className={css.list} aria-label={m('textVersions.list')}>
          {items.map((version) => (
            <li key={version.version}>
              <VersionRow
                of={version}
                isCurrent={version.version === article.version}
                chosen={version === shown}
                onChoose={() => setChosen(version.version)}
              />
            </li>
          ))}
        </ol>
        {shown !== undefined && (
          <VersionView key={shown.version} article={article} version={shown.version} />
        )}
      </div>
    </Dialog>
  );
}

interface VersionRowProps {
  readonly of: TextVersion;
  readonly isCurrent: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function VersionRow({ of, isCurrent, chosen, onChoose }: VersionRowProps) {
  const m = useMessages();
  const { version, created, words, original } = of;
  return (
    <button
      type="button"
      className={css.row}
      aria-current={chosen ? 'true' : undefined}
      onClick={onChoose}
    >
      <span className={css.name}>
        {m(isCurrent ? 'textVersions.current' : 'textVersions.name', { version })}
      </span>
      <span className={css.meta}>
        {m(original === null ? 'textVersions.corrected' : 'textVersions.imported')}
      </span>
      <span className={css.meta}>
        <time dateTime={created}>{formatMoment(created)}</time> ·{' '}
        {m('versions.words', { count: words })}
      </span>
    </button>
  );
}

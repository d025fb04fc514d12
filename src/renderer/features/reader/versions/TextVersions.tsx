import { useState } from 'react';
import type { Article } from '../../../../shared/model/article.ts';
import { useMethod } from '../../../api/use-method.ts';
import { useMessages } from '../../../messages/messages.ts';
import { VersionRow } from '../../../editor/versions/VersionRow.tsx';
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
  const nameOf = (version: number) =>
    m(version === article.version ? 'textVersions.current' : 'textVersions.name', { version });
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
          {items.map((item) => (
            <li key={item.version}>
              <VersionRow
                name={nameOf(item.version)}
                named
                origin={m(
                  item.original === null ? 'textVersions.corrected' : 'textVersions.imported',
                )}
                created={item.created}
                words={item.words}
                chosen={item === shown}
                onChoose={() => setChosen(item.version)}
              />
            </li>
          ))}
        </ol>
        {shown !== undefined && (
          <VersionView
            key={shown.version}
            article={article}
            version={shown.version}
            versions={items}
            nameOf={nameOf}
            onReverted={onClose}
          />
        )}
      </div>
    </Dialog>
  );
}

import { useState } from 'react';
import type { Article } from '../../../../shared/model/article.ts';
import { useMethod } from '../../../api/use-method.ts';
import { Comparison } from '../../../editor/versions/Comparison.tsx';
import { useMessages } from '../../../messages/messages.ts';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import css from './TextVersions.module.css';

interface VersionViewProps {
  readonly article: Article;
  readonly version: number;
}

/** What changed from a version to the text as it is now. */
function Changes({ article, version }: VersionViewProps) {
  const m = useMessages();
  const { data } = useMethod('articles.compare', {
    id: article.id,
    from: version,
    to: article.version,
  });
  if (data === undefined) return null;
  const same = data.blocks.every(({ change }) => change === 'same');
  return (
    <>
      <p className={css.meta} role="status">
        {same
          ? m('textVersions.same')
          : m('versions.changes', { added: data.added, removed: data.removed })}
      </p>
      {!same && <Comparison blocks={data.blocks} />}
    </>
  );
}

/** A version as it reads. */
function Whole({ article, version }: VersionViewProps) {
  const m = useMessages();
  const { data } = useMethod('articles.get', { id: article.id, version });
  if (data === undefined) return null;
  return (
    <pre
      className={css.text}
      role="region"
      aria-label={m('textVersions.name', { version })}
      tabIndex={0}
      lang={article.language ?? undefined}
    >
      {data.text}
    </pre>
  );
}

/** One version of an article's text: what changed since, or the whole of it. */
export function VersionView({ article, version }: VersionViewProps) {
  const m = useMessages();
  const [whole, setWhole] = useState(false);
  const isCurrent = version === article.version;
  return (
    <section className={css.pane} aria-label={m('textVersions.name', { version })}>
      {isCurrent ? (
        <p className={css.meta}>{m('textVersions.isCurrent')}</p>
      ) : (
        <SegmentedControl
          label={m('textVersions.show')}
          value={whole ? 'text' : 'changes'}
          choices={[
            { value: 'changes', label: m('textVersions.changes') },
            { value: 'text', label: m('textVersions.text') },
          ]}
          onChange={(value) => setWhole(value === 'text')}
        />
      )}
      {whole || isCurrent ? (
        <Whole article={article} version={version} />
      ) : (
        <Changes article={article} version={version} />
      )}
    </section>
  );
}

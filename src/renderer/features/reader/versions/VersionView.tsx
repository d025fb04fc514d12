import { useState } from 'react';
import type { Article, TextVersion } from '../../../../shared/model/article.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useMethod } from '../../../api/use-method.ts';
import { Comparison } from '../../../editor/versions/Comparison.tsx';
import { useMessages } from '../../../messages/messages.ts';
import { PlainText } from '../../../reading/PlainText.tsx';
import { showDone } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { Select } from '../../../ui/Select.tsx';
import css from './TextVersions.module.css';

interface ChangesProps {
  readonly article: Article;
  /** The older of the two. */
  readonly from: number;
  readonly to: number;
}

/** What changed from one version of a text to a later one. */
function Changes({ article, from, to }: ChangesProps) {
  const m = useMessages();
  const { data } = useMethod('articles.compare', { id: article.id, from, to });
  if (data === undefined) return null;
  const same = data.blocks.every(({ change }) => change === 'same');
  return (
    <>
      <p className={css.meta} role="status">
        {same
          ? m(to === article.version ? 'textVersions.same' : 'textVersions.bothSame')
          : m('versions.changes', { added: data.added, removed: data.removed })}
      </p>
      {!same && <Comparison blocks={data.blocks} />}
    </>
  );
}

/** A version as it reads. */
function Whole({ article, version }: { readonly article: Article; readonly version: number }) {
  const m = useMessages();
  const { data } = useMethod('articles.get', { id: article.id, version });
  if (data === undefined) return null;
  return (
    <pre
      className={css.text}
      role="region"
      aria-label={m('textVersions.name', { version })}
      tabIndex={0}
      dir="auto"
      lang={article.language ?? undefined}
    >
      <PlainText text={data.text} />
    </pre>
  );
}

interface VersionViewProps {
  readonly article: Article;
  readonly version: number;
  /** All versions of the text, the newest first. */
  readonly versions: readonly TextVersion[];
  readonly nameOf: (version: number) => string;
  readonly onReverted: () => void;
}

/** One version of an article's text: what changed between it and another, or the whole of it. */
export function VersionView({ article, version, versions, nameOf, onReverted }: VersionViewProps) {
  const m = useMessages();
  const isCurrent = version === article.version;
  const [whole, setWhole] = useState(isCurrent);
  const others = versions.filter((one) => one.version !== version);
  const [chosen, setChosen] = useState(isCurrent ? others[0]?.version : article.version);
  const other = others.some((one) => one.version === chosen) ? chosen : others[0]?.version;
  const revert = useCommand('articles.revert');
  const bringBack = async () => {
    if ((await revert.run({ id: article.id, version })) === undefined) return;
    onReverted();
    showDone(m, m('textVersions.broughtBack', { version }));
  };
  return (
    <section className={css.pane} aria-label={m('textVersions.name', { version })}>
      <div className={css.bar}>
        <SegmentedControl
          label={m('textVersions.show')}
          value={whole ? 'text' : 'changes'}
          choices={[
            { value: 'changes', label: m('textVersions.changes') },
            { value: 'text', label: m('textVersions.text') },
          ]}
          onChange={(value) => setWhole(value === 'text')}
        />
        {isCurrent ? (
          <p className={css.meta}>{m('textVersions.isCurrent')}</p>
        ) : (
          <Button pending={revert.pending} onClick={() => void bringBack()}>
            {m('textVersions.bringBack')}
          </Button>
        )}
      </div>
      {!whole && other !== undefined && (
        <label className={css.compare}>
          {m('textVersions.compareWith')}
          <Select
            value={String(other)}
            options={others.map((one) => ({
              value: String(one.version),
              label: nameOf(one.version),
            }))}
            onChange={(value) => setChosen(Number(value))}
          />
        </label>
      )}
      {whole || other === undefined ? (
        <Whole article={article} version={version} />
      ) : (
        <Changes article={article} from={Math.min(version, other)} to={Math.max(version, other)} />
      )}
    </section>
  );
}

import { useMessages } from '../../messages/messages.ts';
import { href } from '../../state/route.ts';
import { Button } from '../../ui/Button.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import css from './EvidencePane.module.css';
import type { Row } from './row.ts';
import { editRow, showRow } from './session.ts';

const byWords = {
  url: 'imports.earlierByUrl',
  path: 'imports.earlierByPath',
  near: 'imports.earlierByWords',
} as const;

/** A changed copy of an article: a new version of it, or an article of its own. */
function Earlier({ row }: { readonly row: Row }) {
  const m = useMessages();
  const { item, revises } = row;
  const { earlier } = item;
  if (earlier === null || (earlier.by === 'near' && revises === null)) return null;
  const percent = Math.round(earlier.similarity * 100);
  return (
    <section className={css.field}>
      <h3 className={css.label}>{m('imports.earlier')}</h3>
      <a className={css.value} href={href({ name: 'article', id: earlier.articleId })}>
        {earlier.title}
      </a>
      <p className={css.note}>{m(byWords[earlier.by], { percent })}</p>
      <SegmentedControl
        label={m('imports.becomes')}
        value={revises === null ? 'separate' : 'version'}
        choices={[
          { value: 'version', label: m('imports.newVersion') },
          { value: 'separate', label: m('imports.separate') },
        ]}
        onChange={(choice) =>
          editRow(item.key, {
            as: choice === 'separate' ? 'separate' : { revise: earlier.articleId },
          })
        }
      />
      {revises !== null && <p className={css.note}>{m('imports.versionHint')}</p>}
    </section>
  );
}

type Duplicate = NonNullable<Row['item']['duplicate']>;

/** What a row is like, by its title: an article of the library to open, or another row to look at. */
function Other({ of, articleId, title, titles }: Duplicate & Pick<LikenessProps, 'titles'>) {
  if (articleId === null) {
    return (
      <button type="button" className={css.value} onClick={() => showRow(of)}>
        {titles.get(of) ?? of}
      </button>
    );
  }
  return (
    <a className={css.value} href={href({ name: 'article', id: articleId })}>
      {title}
    </a>
  );
}

/** A file whose words are there already: where, and what would make it another article. */
function Identical({ row, titles }: LikenessProps) {
  const m = useMessages();
  const { duplicate } = row.item;
  if (duplicate?.kind !== 'identical') return null;
  const { articleId } = duplicate;
  return (
    <section className={css.field}>
      <h3 className={css.label}>
        {m(articleId === null ? 'imports.identicalTo' : 'imports.alreadyAs')}
      </h3>
      <Other {...duplicate} titles={titles} />
      <p className={css.note}>{m('imports.identicalHint')}</p>
    </section>
  );
}

/** A near duplicate: a shadow of the other, its lead, or not the same report. */
function Near({ row, titles }: LikenessProps) {
  const m = useMessages();
  const { item, near, revises } = row;
  const { duplicate } = item;
  if (duplicate?.kind !== 'near' || revises !== null) return null;
  const percent = Math.round(duplicate.similarity * 100);
  const { earlier } = item;
  const version = earlier?.articleId === duplicate.articleId ? earlier : null;
  return (
    <section className={css.field}>
      <h3 className={css.label}>
        {m(duplicate.articleId === null ? 'imports.nearOf' : 'imports.nearOfLibrary')}
      </h3>
      <Other {...duplicate} titles={titles} />
      <p className={css.note}>{m('imports.same', { percent })}</p>
      <SegmentedControl
        label={m('imports.nearIs')}
        value={near}
        choices={[
          { value: 'shadow', label: m('imports.nearShadow') },
          { value: 'lead', label: m('imports.nearLead') },
          { value: 'none', label: m('imports.nearNone') },
        ]}
        onChange={(choice) => editRow(item.key, { near: choice })}
      />
      {version?.by === 'near' && (
        <Button
          look="link"
          className={css.link}
          onClick={() => editRow(item.key, { as: { revise: version.articleId } })}
        >
          {m('imports.makeVersion')}
        </Button>
      )}
    </section>
  );
}

export interface LikenessProps {
  readonly row: Row;
  /** Titles by key, to name the row another one is like. */
  readonly titles: ReadonlyMap<string, string>;
}

/** What a row is like, in the library or among the other rows, and what becomes of it. */
export function Likeness(props: LikenessProps) {
  return (
    <>
      <Identical {...props} />
      <Earlier row={props.row} />
      <Near {...props} />
    </>
  );
}

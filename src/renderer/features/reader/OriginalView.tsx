import { revealedLine } from '../../../shared/model/plain-line.ts';
import { useState } from 'react';
import type { Article } from '../../../shared/model/article.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMessages } from '../../messages/messages.ts';
import { PlainText } from '../../reading/PlainText.tsx';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import css from './OriginalView.module.css';

/** A file's own name; where it came from a folder, without it. */
const fileNameOf = (path: string): string => path.split(/[\\/]/).at(-1) || path;

/** The text to be corrected; keeping it makes a new version of the article. */
function Correction({
  article,
  onDone,
}: {
  readonly article: Article;
  readonly onDone: () => void;
}) {
  const m = useMessages();
  const { run, pending } = useCommand('articles.revise');
  const [text, setText] = useState(article.text);
  const keep = async () => {
    const done = await run({ id: article.id, text });
    if (done === undefined) return;
    onDone();
    const { version } = done.article;
    const counts = { exact: done.exact, moved: done.moved.length, lost: done.orphaned.length };
    showDone(m, m('reader.corrected', { version, ...counts }));
  };
  return (
    <>
      <p className={css.hint}>{m('reader.correctHint')}</p>
      <textarea
        className={css.field}
        aria-label={m('reader.correctText')}
        lang={article.language ?? undefined}
        value={text}
        ref={(element) => {
          if (document.activeElement?.tagName !== 'TEXTAREA') element?.focus();
        }}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text === article.text) onDone();
        }}
      />
      <div className={css.buttons}>
        <Button onClick={onDone}>{m('ui.cancel')}</Button>
        <Button
          look="primary"
          pending={pending}
          disabledReason={text === article.text ? m('reader.nothingCorrected') : undefined}
          onClick={() => void keep()}
        >
          {m('reader.keepCorrection')}
        </Button>
      </div>
    </>
  );
}

/**
 * The whole text as it was imported, nothing left out, beside the clean view, and the place to
 * correct it. Text only: an imported page is never shown as a page.
 */
export function OriginalView({ article }: { readonly article: Article }) {
  const m = useMessages();
  const [correcting, setCorrecting] = useState(false);
  return (
    <section className={css.original} aria-label={m('reader.original')}>
      <p className={css.name} title={revealedLine(article.source.name)}>
        {m('reader.originalFile', {
          name: revealedLine(fileNameOf(article.source.name)),
          format: article.source.format,
        })}
        {article.version > 1 && ` ${m('reader.versionOf', { version: article.version })}`}
      </p>
      {correcting ? (
        <Correction key={article.version} article={article} onDone={() => setCorrecting(false)} />
      ) : (
        <>
          <Button look="link" className={css.correct} onClick={() => setCorrecting(true)}>
            {m('reader.correctText')}
          </Button>
          <pre className={css.text} lang={article.language ?? undefined}>
            <PlainText text={article.text} />
          </pre>
        </>
      )}
    </section>
  );
}

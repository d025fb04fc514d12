import type { KeyboardEvent } from 'react';
import type { TextRange } from '../../../../shared/model/ranges.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useMethod } from '../../../api/use-method.ts';
import { useMessages } from '../../../messages/messages.ts';
import { undo } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import css from './WhoIsIt.module.css';

interface WhoIsItProps {
  readonly articleId: string;
  readonly place: TextRange;
  /** Open places of the article with the same words. */
  readonly places: number;
  readonly onDone: (decided: 'here' | 'article') => void;
  readonly onClose: () => void;
}

/** Asks which actor a name stands for: a digit decides here, with Shift in the whole article. */
export function WhoIsIt({ articleId, place, places, onDone, onClose }: WhoIsItProps) {
  const m = useMessages();
  const { start, end } = place;
  const candidates = useMethod('mentions.candidates', { articleId, start, end }).data;
  const excerpt = useMethod('articles.excerpts', {
    places: [{ articleId, start, end }],
    around: 160,
  }).data?.items[0];
  const one = useCommand('mentions.update');
  const all = useCommand('mentions.decide');
  const dismiss = useCommand('mentions.dismiss');
  if (candidates === undefined || excerpt === undefined) return null;
  const { text, items } = candidates;

  const decide = async (actorId: string | undefined, where: 'here' | 'article') => {
    if (actorId === undefined) return;
    const done =
      where === 'here'
        ? await one.run({ actorId, articleId, start, end, status: 'confirmed' })
        : await all.run({ actorId, articleId, text, status: 'confirmed' });
    if (done !== undefined) onDone(where);
  };
  const nobody = async (where: 'here' | 'article') => {
    const done = await dismiss.run({ articleId, start, end, alike: where === 'article' });
    if (done !== undefined) onDone(where);
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'z') {
      // The last answer was given here, where the window's own keys do not reach.
      event.preventDefault();
      void undo(m);
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const answers = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-answer]')];
      const at = answers.findIndex((answer) =>
        answer.parentElement?.contains(event.target as Node),
      );
      answers.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % answers.length)?.focus();
      event.preventDefault();
      return;
    }
    const digit = /^Digit([0-9])$/.exec(event.code)?.[1];
    if (digit === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const where = event.shiftKey ? 'article' : 'here';
    if (digit === '0') void nobody(where);
    else void decide(items[Number(digit) - 1]?.actorId, where);
  };
  return (
    <Dialog
      title={m('actors.openTitle', { text })}
      width={560}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => void nobody('here')} keys="0">
            {m('actors.openNobody')}
          </Button>
          {places > 1 && (
            <Button onClick={() => void nobody('article')} keys="Shift 0">
              {m('actors.openNobodyArticle', { count: places })}
            </Button>
          )}
          <Button look="plain" onClick={onClose}>
            {m('actors.openLater')}
          </Button>
        </>
      }
    >
      <div onKeyDown={press} role="presentation">
        <p className={css.excerpt} dir="auto">
          …{excerpt.before}
          <mark>{excerpt.words}</mark>
          {excerpt.after}…
        </p>
        <ol className={css.candidates}>
          {items.map(({ actorId, name, named, evidence }, i) => (
            <li key={actorId} className={css.candidate}>
              <span className={css.name}>{name}</span>
              <span className={css.evidence}>
                {evidence.length === 0
                  ? m('actors.openNotNamed')
                  : m('actors.openNamed', {
                      count: named,
                      words: [...new Set(evidence.map((place) => place.text))].join('”, “'),
                    })}
              </span>
              <span className={css.answers}>
                <Button
                  keys={String(i + 1)}
                  data-answer
                  data-autofocus={i === 0 || undefined}
                  onClick={() => void decide(actorId, 'here')}
                >
                  {m('actors.openHere')}
                  <span className="visually-hidden">: {name}</span>
                </Button>
                {places > 1 && (
                  <Button keys={`Shift ${i + 1}`} onClick={() => void decide(actorId, 'article')}>
                    {m('actors.openArticle', { count: places })}
                    <span className="visually-hidden">: {name}</span>
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </Dialog>
  );
}

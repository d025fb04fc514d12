import { Link2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { innerLink } from '../../shared/briefing/inner-links.ts';
import { useMessages } from '../messages/messages.ts';
import { useShortcut } from '../state/keymap.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Popover } from '../ui/menu/Popover.tsx';
import css from './toolbar.module.css';

export interface LinkButtonProps {
  /** The address of the link the cursor is in. */
  readonly url: string | null;
  /** Null takes the link away. */
  readonly onApply: (url: string | null) => void;
}

export function LinkButton({ url, onApply }: LinkButtonProps) {
  const m = useMessages();
  const anchor = useRef<HTMLSpanElement>(null);
  useShortcut({
    keys: 'Ctrl+Shift+K',
    label: 'briefings.link',
    group: 'writing',
    whileTyping: true,
    run: () => anchor.current?.querySelector('button')?.click(),
  });
  return (
    <span ref={anchor}>
      <Popover
        label={m('briefings.link')}
        trigger={
          <IconButton icon={Link2} label={m('briefings.link')} aria-pressed={url !== null} />
        }
      >
        {(close) => (
          <LinkForm
            url={url}
            onApply={(address) => {
              close();
              onApply(address);
            }}
          />
        )}
      </Popover>
    </span>
  );
}

function LinkForm({ url, onApply }: LinkButtonProps) {
  const m = useMessages();
  const [address, setAddress] = useState(url ?? 'https://');
  return (
    <form
      className={css.linkForm}
      onSubmit={(event) => {
        event.preventDefault();
        onApply(address.trim() === '' ? null : address.trim());
      }}
    >
      <Field
        label={m('briefings.linkAddress')}
        type={url !== null && innerLink(url) !== null ? 'text' : 'url'}
        required
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      <div className={css.linkButtons}>
        <Button type="submit" look="primary">
          {m('briefings.linkApply')}
        </Button>
        {url !== null && innerLink(url) !== null && (
          <a className={css.follow} href={url}>
            {m('editor.follow')}
          </a>
        )}
        {url !== null && (
          <Button look="plain" onClick={() => onApply(null)}>
            {m('briefings.linkRemove')}
          </Button>
        )}
      </div>
    </form>
  );
}

import { Minus, Plus } from 'lucide-react';
import { useMessages } from '../../messages/messages.ts';
import { changeSettings, useSettings } from '../../state/settings.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import css from './ReadingSettings.module.css';

/** Size and measure of the reading text. */
export function ReadingSettings() {
  const m = useMessages();
  const { textSize, measure } = useSettings();
  const rows = [
    {
      name: m('reader.textSize'),
      value: m('reader.pixels', { count: textSize }),
      less: { label: m('reader.smaller'), to: { textSize: Math.max(14, textSize - 1) } },
      more: { label: m('reader.larger'), to: { textSize: Math.min(24, textSize + 1) } },
    },
    {
      name: m('reader.measure'),
      value: m('reader.ems', { count: measure }),
      less: { label: m('reader.narrower'), to: { measure: Math.max(20, measure - 2) } },
      more: { label: m('reader.wider'), to: { measure: Math.min(45, measure + 2) } },
    },
  ];
  return (
    <dl className={css.rows}>
      {rows.map(({ name, value, less, more }) => (
        <div key={name} className={css.row}>
          <dt>{name}</dt>
          <dd className={css.value}>
            <IconButton
              icon={Minus}
              label={less.label}
              onClick={() => void changeSettings(less.to)}
            />
            <span className={css.number}>{value}</span>
            <IconButton
              icon={Plus}
              label={more.label}
              onClick={() => void changeSettings(more.to)}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

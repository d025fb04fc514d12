import { AArrowDown, AArrowUp, ChevronsUpDown } from 'lucide-react';
import { settingsSchema, type Settings } from '../../shared/contract/methods/settings.ts';
import { useMethod } from '../api/use-method.ts';
import { chooseBundle } from '../features/merge/choose-bundle.ts';
import { useMessages, type MessageKey } from '../messages/messages.ts';
import { navigate } from '../state/route.ts';
import { changeSettings, useSettings } from '../state/settings.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Popover } from '../ui/menu/Popover.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { backUp, checkLibrary } from './actions.ts';
import { openDialog } from './dialogs.ts';
import css from './LibraryMenu.module.css';

const themes: readonly (readonly [Settings['theme'], MessageKey])[] = [
  ['system', 'app.themeSystem'],
  ['light', 'app.themeLight'],
  ['dark', 'app.themeDark'],
  ['contrast', 'app.themeContrast'],
];

function TextSize() {
  const m = useMessages();
  const { textSize } = useSettings();
  const { minValue, maxValue } = settingsSchema.shape.textSize;
  const step = (by: number) => () => {
    const size = Math.min(maxValue ?? 24, Math.max(minValue ?? 14, textSize + by));
    void changeSettings({ textSize: size });
  };
  return (
    <span className={css.size}>
      <IconButton icon={AArrowDown} label={m('app.smaller')} onClick={step(-1)} />
      <output>{m('app.textSizeNow', { size: textSize })}</output>
      <IconButton icon={AArrowUp} label={m('app.larger')} onClick={step(1)} />
    </span>
  );
}

/** The library's name, and behind it what concerns the whole library and how it is shown. */
export function LibraryMenu() {
  const m = useMessages();
  const { data: info } = useMethod('library.info', {});
  const { theme } = useSettings();
  const name = info?.name ?? m('app.name');
  return (
    <Popover
      label={m('app.libraryMenu', { name })}
      trigger={
        <button type="button" className={css.trigger} aria-label={m('app.libraryMenu', { name })}>
          <span className={css.name}>{name}</span>
          <ChevronsUpDown size={14} strokeWidth={1.75} aria-hidden />
        </button>
      }
    >
      {(close) => {
        const then = (run: () => void) => () => {
          close();
          run();
        };
        return (
          <div className={css.menu}>
            <p className={css.path}>{info?.path}</p>
            <p className={css.label}>{m('app.theme')}</p>
            <SegmentedControl
              label={m('app.theme')}
              choices={themes.map(([value, label]) => ({ value, label: m(label) }))}
              value={theme}
              onChange={(chosen) => void changeSettings({ theme: chosen })}
            />
            <p className={css.label}>{m('app.textSize')}</p>
            <TextSize />
            <div className={css.actions}>
              <Button look="plain" onClick={then(() => void chooseBundle())}>
                {m('merge.open')}
              </Button>
              <Button look="plain" onClick={then(() => void backUp(m))}>
                {m('app.backUp')}
              </Button>
              <Button look="plain" onClick={then(() => navigate({ name: 'backups' }))}>
                {m('backups.title')}
              </Button>
              <Button look="plain" onClick={then(() => void checkLibrary(m))}>
                {m('app.check')}
              </Button>
              <Button look="plain" keys="?" onClick={then(() => openDialog('shortcuts'))}>
                {m('app.shortcuts')}
              </Button>
            </div>
          </div>
        );
      }}
    </Popover>
  );
}

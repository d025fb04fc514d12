import { ALargeSmall, Columns2, Ellipsis, Eye, EyeOff, PanelRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/messages.ts';
import { togglePanel, usePanelVisible } from '../../state/layout.ts';
import { useOverlayPanel } from '../../state/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../../ui/menu/Menu.tsx';
import { Popover } from '../../ui/menu/Popover.tsx';
import { ReadingSettings } from './ReadingSettings.tsx';
import css from './ReaderBar.module.css';

export interface ReaderBarProps {
  readonly leading: ReactNode;
  readonly hiddenCount: number;
  readonly offeredCount: number;
  /** What can be done about all of them, once they are shown. */
  readonly hiddenActions: readonly MenuItem[];
  readonly showHidden: boolean;
  readonly onToggleHidden: () => void;
  readonly showOriginal: boolean;
  readonly onToggleOriginal: () => void;
  readonly annotationCount: number;
}

/** The line above the text: what is hidden, the original, the type, the panel. */
export function ReaderBar(props: ReaderBarProps) {
  const m = useMessages();
  const overlay = useOverlayPanel();
  const panelVisible = usePanelVisible();
  const lines =
    props.hiddenCount === 0
      ? m('reader.offeredLines', { count: props.offeredCount })
      : m('reader.hiddenLines', { count: props.hiddenCount, offered: props.offeredCount });
  const passages = m('reader.annotationsCount', { count: props.annotationCount });
  return (
    <div className={css.bar}>
      {props.leading}
      <span className={css.gap} />
      {props.hiddenCount + props.offeredCount > 0 && (
        <Button
          look="plain"
          icon={props.showHidden ? Eye : EyeOff}
          aria-pressed={props.showHidden}
          aria-label={lines}
          onClick={props.onToggleHidden}
        >
          <span className={css.roomy}>{lines}</span>
        </Button>
      )}
      {props.showHidden && props.hiddenActions.length > 0 && (
        <Menu label={m('reader.hiddenActions')} placement="bottom-end" items={props.hiddenActions}>
          <IconButton icon={Ellipsis} label={m('reader.hiddenActions')} />
        </Menu>
      )}
      <Button
        look="plain"
        icon={Columns2}
        aria-pressed={props.showOriginal}
        aria-label={m('reader.original')}
        onClick={props.onToggleOriginal}
      >
        <span className={css.wide}>{m('reader.original')}</span>
      </Button>
      <Popover
        label={m('reader.type')}
        placement="bottom-end"
        trigger={<IconButton icon={ALargeSmall} size={18} label={m('reader.type')} />}
      >
        {() => <ReadingSettings />}
      </Popover>
      {overlay ? (
        <Button
          look="plain"
          icon={PanelRight}
          aria-expanded={panelVisible}
          aria-label={passages}
          onClick={togglePanel}
        >
          <span className={css.roomy}>{passages}</span>
        </Button>
      ) : (
        <IconButton
          icon={PanelRight}
          label={m('reader.panel')}
          aria-pressed={panelVisible}
          onClick={togglePanel}
        />
      )}
    </div>
  );
}

import type { ReactNode } from 'react';
import { settingsSchema } from '../../shared/contract/methods/settings.ts';
import { useMessages, type MessageKey } from '../messages/messages.ts';
import { useLayout, type PaneWidths } from '../state/layout.ts';
import { changeSettings } from '../state/settings.ts';
import { Resizer } from '../ui/Resizer.tsx';
import { usePaneWidth } from './pane-width.ts';
import css from './Pane.module.css';

const names: Readonly<Record<keyof PaneWidths, MessageKey>> = {
  navigationWidth: 'app.paneNavigation',
  listWidth: 'app.paneList',
  panelWidth: 'app.panePanel',
};

export interface PaneProps {
  readonly pane: keyof PaneWidths;
  /** The edge that can be dragged. */
  readonly edge: 'start' | 'end';
  readonly children: ReactNode;
}

/** A column whose width the person sets; it is remembered. */
export function Pane({ pane, edge, children }: PaneProps) {
  const m = useMessages();
  const width = usePaneWidth(pane);
  const { minValue, maxValue } = settingsSchema.shape[pane];
  const commit = async (value: number) => {
    await changeSettings({ [pane]: value });
    useLayout.setState(({ dragged }) => ({ dragged: { ...dragged, [pane]: undefined } }));
  };
  return (
    <div className={css.pane} data-edge={edge} style={{ width }}>
      {children}
      <Resizer
        label={m('ui.resize', { pane: m(names[pane]) })}
        value={width}
        min={minValue ?? 0}
        max={maxValue ?? width}
        edge={edge}
        onResize={(value) =>
          useLayout.setState(({ dragged }) => ({ dragged: { ...dragged, [pane]: value } }))
        }
        onCommit={(value) => void commit(value)}
      />
    </div>
  );
}

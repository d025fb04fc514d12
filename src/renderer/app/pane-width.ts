import { defaultSettings } from '../../shared/contract/methods/settings.ts';
import { useLayout, type PaneWidths } from '../state/layout.ts';
import { useSettings } from '../state/settings.ts';
import { useMedia } from '../state/use-media.ts';

/** Width of a pane in CSS px: what is dragged now, else what was chosen, else what the window fits. */
export function usePaneWidth(pane: keyof PaneWidths): number {
  const chosen = useSettings()[pane];
  const dragged = useLayout((state) => state.dragged[pane]);
  const large = useMedia('(min-width: 1440px)');
  if (dragged !== undefined) return dragged;
  const untouched = chosen === defaultSettings[pane];
  return pane === 'panelWidth' && large && untouched ? 300 : chosen;
}

import { create } from 'zustand';
import type { Settings } from '../../shared/contract/methods/settings.ts';
import { useOverlayPanel } from './use-media.ts';

export type PaneWidths = Pick<Settings, 'navigationWidth' | 'listWidth' | 'panelWidth'>;

interface Layout {
  /** The panel beside the text (annotations, actors). Under 1100 px it lies over the text. */
  readonly panelOpen: boolean;
  /** Under 1100 px the panel starts closed; this is whether the person opened it there. */
  readonly overlayOpen: boolean;
  /** Under 900 px: the wide navigation lies over the view. */
  readonly navigationOverlay: boolean;
  /** The panel was closed for a text beside the text, and comes back after. */
  readonly madeWay: boolean;
  /** Widths while a handle is dragged, before they are settings. */
  readonly dragged: Partial<PaneWidths>;
}

export const useLayout = create<Layout>(() => ({
  panelOpen: true,
  overlayOpen: false,
  navigationOverlay: false,
  madeWay: false,
  dragged: {},
}));

const overlay = window.matchMedia('(max-width: 1099px)');

/** Whether the panel is in sight now. */
export function usePanelVisible(): boolean {
  const lies = useOverlayPanel();
  return useLayout((state) => (lies ? state.overlayOpen : state.panelOpen));
}

/** Shows or hides the panel, in the way of the current width. */
export function togglePanel(): void {
  useLayout.setState((state) =>
    overlay.matches ? { overlayOpen: !state.overlayOpen } : { panelOpen: !state.panelOpen },
  );
}

/** Makes sure the panel is in sight, for a command whose result stands there. */
export function showPanel(): void {
  useLayout.setState(overlay.matches ? { overlayOpen: true } : { panelOpen: true });
}

const roomy = window.matchMedia('(min-width: 1440px)');

/** A text opens beside the text: where there is no room for both, the panel closes meanwhile. */
export function makeWayBeside(): void {
  useLayout.setState(({ panelOpen }) =>
    roomy.matches ? {} : { panelOpen: false, madeWay: panelOpen },
  );
}

/** The text beside the text is closed. */
export const endWayBeside = (): void =>
  useLayout.setState(({ panelOpen, madeWay }) => ({
    panelOpen: panelOpen || madeWay,
    madeWay: false,
  }));

/** Closes the panel where it lies over the text. */
export const closeOverlay = (): void => useLayout.setState({ overlayOpen: false });

import { create } from 'zustand';

export type OpenDialog = 'export' | 'shortcuts' | 'actions' | null;

/** The one dialog of the shell that is open. */
export const useDialogs = create<{ readonly open: OpenDialog }>(() => ({ open: null }));

export const openDialog = (open: OpenDialog): void => useDialogs.setState({ open });
export const closeDialog = (): void => useDialogs.setState({ open: null });

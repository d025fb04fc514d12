import { create } from 'zustand';

/** Whether the list of what was learnt per outlet is open. */
export const useCleaningRules = create<{ readonly open: boolean }>(() => ({ open: false }));

export const openCleaningRules = (): void => useCleaningRules.setState({ open: true });
export const closeCleaningRules = (): void => useCleaningRules.setState({ open: false });

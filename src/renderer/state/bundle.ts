import { create } from 'zustand';
import type { Input } from '../../shared/contract/methods.ts';

export type BundleSource = Input<'bundle.merge'>['source'];

/** The bundle whose merge is being looked at; null where there is none. */
export const useBundle = create<{ readonly source: BundleSource | null }>(() => ({
  source: null,
}));

/** Shows what merging a bundle would change. */
export const openBundle = (source: BundleSource): void => useBundle.setState({ source });

export const closeBundle = (): void => useBundle.setState({ source: null });

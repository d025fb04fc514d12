import { z } from 'zod';
import { command, query } from '../define.ts';
import { bundledStyles } from './styles.ts';

export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  /** Reading size in CSS px. */
  textSize: z.int().min(14).max(24),
  /** Reading measure in em. */
  measure: z.int().min(20).max(45),
  navigationWidth: z.int().min(140).max(400),
  listWidth: z.int().min(180).max(520),
  panelWidth: z.int().min(200).max(520),
  /** The view that was open last in this library: the page's address after `#`. */
  place: z.string().max(2000),
  /** From this similarity on, 0 to 1, two texts are near duplicates. */
  nearThreshold: z.number().min(0.4).max(1),
  /** How exports write sources: Attache's own way, a bundled style, or the own one. */
  citationStyle: z.enum(['plain', ...bundledStyles, 'own']),
  /** The `.csl` file chosen last: its name and content. */
  ownStyle: z
    .object({ name: z.string().max(500), csl: z.string().max(1_000_000) })
    .strict()
    .nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  theme: 'system',
  textSize: 17,
  measure: 30,
  navigationWidth: 196,
  listWidth: 268,
  panelWidth: 258,
  place: '',
  nearThreshold: 0.6,
  citationStyle: 'plain',
  ownStyle: null,
};

export const settingsMethods = {
  'settings.get': query(z.object({}).strict(), settingsSchema),
  'settings.set': command(settingsSchema.partial().strict(), settingsSchema),
};

import {
  defaultSettings,
  settingsSchema,
  type Settings,
} from '../../shared/contract/methods/settings.ts';
import type { SettingsPort } from '../library/context.ts';

/** The part of `conf` and `electron-store` that settings need: one flat JSON object on disk. */
export interface SettingsFile {
  get(key: string): unknown;
  set(values: Record<string, unknown>): void;
}

function read(file: SettingsFile): Settings {
  const entries = Object.entries(settingsSchema.shape).map(([key, schema]) => {
    const stored = schema.safeParse(file.get(key));
    return [key, stored.success ? stored.data : defaultSettings[key as keyof Settings]];
  });
  return settingsSchema.parse(Object.fromEntries(entries));
}

/** Settings in `file`: a missing or unusable value answers its default. */
export function settingsIn(file: SettingsFile): SettingsPort {
  return {
    get: async () => read(file),
    async set(changes) {
      file.set(settingsSchema.partial().parse(changes));
      return read(file);
    },
  };
}

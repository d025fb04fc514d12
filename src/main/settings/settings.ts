import { resolve } from 'node:path';
import { z } from 'zod';
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

/** The view that was open last in each library, by its folder; the library used last comes last. */
const placesSchema = z.record(z.string(), settingsSchema.shape.place).catch({});
const mostPlaces = 100;

const placesIn = (file: SettingsFile) => placesSchema.parse(file.get('places'));

function read(file: SettingsFile, library: string): Settings {
  const entries = Object.entries(settingsSchema.shape).map(([key, schema]) => {
    const stored = schema.safeParse(key === 'place' ? placesIn(file)[library] : file.get(key));
    return [key, stored.success ? stored.data : defaultSettings[key as keyof Settings]];
  });
  return settingsSchema.parse(Object.fromEntries(entries));
}

/** The places with that of `library` set, those of libraries not used for long left out. */
function placesWith(file: SettingsFile, library: string, place: string): Record<string, string> {
  const { [library]: _old, ...others } = placesIn(file);
  return Object.fromEntries([...Object.entries(others), [library, place]].slice(-mostPlaces));
}

/**
 * Settings in `file`: a missing or unusable value answers its default. They are the person's, for
 * all libraries, but for the place, which is of the library in the folder `libraryDir`.
 */
export function settingsIn(file: SettingsFile, libraryDir: string): SettingsPort {
  const library = resolve(libraryDir);
  return {
    get: async () => read(file, library),
    async set(changes) {
      const { place, ...others } = settingsSchema.partial().parse(changes);
      file.set({
        ...others,
        ...(place === undefined ? {} : { places: placesWith(file, library, place) }),
      });
      return read(file, library);
    },
  };
}

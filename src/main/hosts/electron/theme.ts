import type { NativeTheme } from 'electron';
import type { Settings } from '../../../shared/contract/methods/settings.ts';
import type { SettingsPort } from '../../library/context.ts';
import type { Library } from '../../library/library.ts';

const sources: Record<Settings['theme'], NativeTheme['themeSource']> = {
  system: 'system',
  light: 'light',
  dark: 'dark',
  contrast: 'light',
};

/** Gives menus, dialogs and the window's ground the theme the person chose. */
export async function followTheme(
  nativeTheme: Pick<NativeTheme, 'themeSource'>,
  settings: SettingsPort,
  library: Pick<Library, 'on'>,
): Promise<void> {
  const follow = async () => {
    nativeTheme.themeSource = sources[(await settings.get()).theme];
  };
  library.on((event) => {
    if (event.type === 'changed' && event.topics.includes('settings')) void follow();
  });
  await follow();
}

import { useEffect } from 'react';
import { defaultSettings, type Settings } from '../../shared/contract/methods/settings.ts';
import { useMedia } from '../state/use-media.ts';
import { useSettings } from '../state/settings.ts';

export type ShownTheme = Exclude<Settings['theme'], 'system'>;

/** The theme to draw: the person's choice, else what the system asks for. */
export function shownTheme(
  chosen: Settings['theme'],
  system: { readonly dark: boolean; readonly moreContrast: boolean },
): ShownTheme {
  if (chosen !== 'system') return chosen;
  if (system.moreContrast) return 'contrast';
  return system.dark ? 'dark' : 'light';
}

/** Puts theme and reading size on the document, where the style sheets read them. */
export function useAppearance(): void {
  const { theme, textSize, measure } = useSettings();
  const dark = useMedia('(prefers-color-scheme: dark)');
  const moreContrast = useMedia('(prefers-contrast: more)');
  const large = useMedia('(min-width: 1440px)');
  const size = textSize === defaultSettings.textSize && large ? textSize + 1 : textSize;
  const shown = shownTheme(theme, { dark, moreContrast });
  useEffect(() => {
    const root = document.documentElement;
    root.dataset['theme'] = shown;
    root.style.setProperty('--reading-size', `${size}px`);
    root.style.setProperty('--measure', `${measure}em`);
  }, [shown, size, measure]);
}

import { describe, expect, it, vi } from 'vitest';

vi.stubGlobal('window', {
  matchMedia: () => ({ matches: false }),
  addEventListener: () => undefined,
});
const { shownTheme } = await import('./theme.ts');

describe('the theme', () => {
  it('is the person’s choice before the system’s', () => {
    expect(shownTheme('light', { dark: true, moreContrast: true })).toBe('light');
  });

  it('follows the system, contrast first', () => {
    expect(shownTheme('system', { dark: true, moreContrast: false })).toBe('dark');
    expect(shownTheme('system', { dark: true, moreContrast: true })).toBe('contrast');
    expect(shownTheme('system', { dark: false, moreContrast: false })).toBe('light');
  });
});

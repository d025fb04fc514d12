import { describe, expect, it } from 'vitest';
import { formatIssued, formatMoment, languageName } from './dates.ts';

describe('dates', () => {
  it('say no more than is known', () => {
    expect(formatIssued('2026-03-11')).toBe('11 Mar 2026');
    expect(formatIssued('2026-03-11', 'long')).toBe('11 March 2026');
    expect(formatIssued('2026-02')).toBe('Feb 2026');
    expect(formatIssued('1987')).toBe('1987');
    expect(formatIssued('0099')).toBe('99');
    expect(formatIssued('XXXX-11-04')).toBe('4 Nov');
    expect(formatIssued('XXXX-02-29')).toBe('29 Feb');
    expect(formatIssued(null)).toBeNull();
  });

  it('that are none stay as they are', () => {
    for (const text of ['', 'soon', 'XXXX', '2026-3']) expect(formatIssued(text)).toBe(text);
  });

  it('are the same in every time zone', () => {
    expect(formatIssued('2026-01-01')).toBe('1 Jan 2026');
  });
});

describe('moments', () => {
  it('name their year where it is not this one', () => {
    const now = new Date(2026, 5, 1);
    expect(formatMoment('2026-03-11T12:00:00Z', 'en-GB', now)).toMatch(/^11 Mar, \d\d:\d\d$/);
    expect(formatMoment('2025-03-11T12:00:00Z', 'en-GB', now)).toMatch(/^11 Mar 2025, \d/);
  });
});

describe('language names', () => {
  it('are in words, and the tag itself where it names no language', () => {
    expect(languageName('ja')).toBe('Japanese');
    expect(languageName('not a tag')).toBe('not a tag');
  });
});

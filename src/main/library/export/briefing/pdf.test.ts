import { describe, expect, it } from 'vitest';
import { installedBrowser } from './pdf.ts';
import { sharedDesk } from './test-briefing.ts';

const shared = sharedDesk();

describe('a briefing as PDF', () => {
  const browser = installedBrowser();
  if (browser === undefined) console.warn('No Chromium is installed: PDF is NOT printed.');

  it.runIf(browser !== undefined)(
    'is printed by an installed Chromium (needs Chromium)',
    async () => {
      const { desk, id } = shared;
      const { data } = await desk.bytes({ id, format: 'pdf' });
      expect(data.subarray(0, 5).toString()).toBe('%PDF-');
    },
  );
});

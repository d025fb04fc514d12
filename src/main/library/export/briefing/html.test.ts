import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { hostile, sharedDesk } from './test-briefing.ts';

const shared = sharedDesk();

describe('a briefing as one HTML file', () => {
  it('links every footnote to its passage in the annex and back', async () => {
    const { desk, id } = shared;
    const { data } = await desk.bytes({ id, format: 'html' });
    const html = data.toString();
    const { document } = parseHTML(html);
    expect(document.querySelectorAll('[role=doc-noteref]')).toHaveLength(4);
    expect(document.querySelectorAll('.notes li')).toHaveLength(4);
    expect(document.querySelectorAll('.annex article')).toHaveLength(3);
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      const target = link.getAttribute('href')?.slice(1) ?? '';
      expect(document.getElementById(target), target).not.toBeNull();
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('runs nothing and asks for nothing', async () => {
    const { desk } = shared;
    const { id } = await desk.write(hostile);
    const { data } = await desk.bytes({ id, format: 'html' });
    const { document } = parseHTML(data.toString());
    expect(document.querySelectorAll('script, img, link, iframe, [src]')).toHaveLength(0);
    const addresses = [...document.querySelectorAll('[href]')].map((a) => a.getAttribute('href'));
    expect(addresses.every((href) => /^(?:#|https:\/\/quay\.example\/)/.test(href ?? ''))).toBe(
      true,
    );
    expect(document.querySelector('h1')?.textContent).toContain('<script>alert(1)</script>');
  });

  it('shows the passage with the words around it', async () => {
    const { desk, id } = shared;
    const { data } = await desk.bytes({ id, format: 'html' });
    const { document } = parseHTML(data.toString());
    const quote = document.querySelector('#evidence-1 blockquote');
    expect(quote?.textContent).toMatch(/^Long before\. The mayor .* Long after\.$/s);
    expect(quote?.querySelector('mark')?.textContent).toBe('The mayor said “we open on Monday”');
  });
});

import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../csl/runs.ts';
import { styleHandlers } from '../csl/styles.ts';
import { sharedDesk } from './test-briefing.ts';

const shared = sharedDesk();

describe('a briefing in a citation style', () => {
  it('has notes and a table of sources in that style, in every format', async () => {
    const { desk, id } = shared;
    const text = async (format: 'html' | 'md', style: 'chicago' | 'apa') =>
      (await desk.bytes({ id, format, style })).data.toString();
    expect(await text('md', 'chicago')).toMatch(
      /^\[\^1\]: .*’” — “Piers .*,” \*The Daily Quay\*, April 2, 2031, <https:/m,
    );
    expect(await text('md', 'chicago')).toMatch(/^## Sources\n\n- The Daily Quay\. “Piers /m);
    expect(await text('html', 'apa')).toMatch(/<i>The Daily Quay<\/i>/);
    const { data } = await desk.bytes({ id, format: 'docx', style: 'chicago' });
    const { value } = await mammoth.extractRawText({ buffer: data });
    expect(value).toMatch(/Sources\n+The Daily Quay\. “Piers .*April 2, 2031/s);
  });

  it('is refused with what is wrong in the style', async () => {
    const { desk, id } = shared;
    const style = { csl: '<style' };
    await expect(desk.bytes({ id, format: 'md', style })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('previews one source', async () => {
    const { desk, id } = shared;
    const styles = styleHandlers(desk.notebook.context);
    const preview = await styles['styles.preview']({ style: 'harvard', briefingId: id });
    expect(preview.title).toContain('Harvard');
    expect(wordsOf(preview.source)).toContain('2 April. Available at:');
    expect((await styles['styles.list']({})).items).toHaveLength(3);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from './file-name.ts';

describe('file names', () => {
  it.each([
    ['../../etc/passwd', 'etc passwd.md'],
    ['C:\\temp\\x', 'C temp x.md'],
    ['CON', '_CON.md'],
    ['com1.backup', '_com1.backup.md'],
    ['COM¹', '_COM¹.md'],
    ['nul .x', '_nul .x.md'],
    ['a:b?', 'a b.md'],
    ['trailing. .', 'trailing.md'],
    ['', 'Untitled.md'],
    ['...', 'Untitled.md'],
    ['日米首脳会談', '日米首脳会談.md'],
  ])('%s becomes %s', (title, expected) => {
    expect(fileName(title, 'md')).toBe(expected);
  });

  it('gives one name to composed and decomposed letters', () => {
    expect(fileName('é', 'md')).toBe(fileName('e\u0301', 'md'));
  });

  it('is always safe, short and never a device', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
        const name = fileName(title, 'docx');
        expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}]{1,81}\.docx$/u);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu);
        expect(name).not.toMatch(/^[. ]|[. ]\.docx$/u);
        expect(name.isWellFormed()).toBe(true);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      }),
      { numRuns: 2000 },
    );
  });
});

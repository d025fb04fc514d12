import { describe, expect, it } from 'vitest';
import { hasCjk, scriptOf } from './scripts.ts';

describe('script', () => {
  it.each([
    ['The two leaders met on Monday.', 'latin'],
    ['両首脳は月曜日に会談した。', 'japanese'],
    ['两国领导人星期一举行会谈。', 'han'],
    ['두 정상은 월요일에 만났다.', 'hangul'],
    ['Лидеры встретились в понедельник.', 'cyrillic'],
    ['1234 …', null],
  ])('of %j is %s', (text, script) => {
    expect(scriptOf(text)).toBe(script);
  });

  it('sees a single CJK character', () => {
    expect(hasCjk('the 首 sign')).toBe(true);
    expect(hasCjk('the sign')).toBe(false);
  });
});

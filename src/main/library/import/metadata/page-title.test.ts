import { expect, it } from 'vitest';
import { partsOfTitle, withoutSite } from './page-title.ts';

it.each([
  ['Ferry vote delayed again | World | The Courier', [], 'Ferry vote delayed again', 'The Courier'],
  ['Ferry vote delayed again - The Courier', ['The Courier'], 'Ferry vote delayed again', null],
  ['Ferry vote delayed again / Courier', [], 'Ferry vote delayed again', 'Courier'],
  ['The Courier: Ferry vote', [], 'The Courier: Ferry vote', null],
  ['A talk - in two parts', [], 'A talk - in two parts', null],
  ['フェリー再開で合意　八年ぶり｜港日報', [], 'フェリー再開で合意　八年ぶり', '港日報'],
  ['渡轮航线八年来首次重新开通_新闻_港口网', [], '渡轮航线八年来首次重新开通', '港口网'],
  ['snake_case_names and a quay', [], 'snake_case_names and a quay', null],
  ['', [], '', null],
])('“%s”', (title, sites, headline, site) => {
  expect(partsOfTitle(title, sites)).toEqual({ headline, site });
});

it('takes off only the name of the site itself', () => {
  expect(withoutSite('Vote - again - Courier', ['courier'])).toBe('Vote - again');
  expect(withoutSite('COURIER | Vote', ['Courier'])).toBe('Vote');
  expect(withoutSite('Courier', ['Courier'])).toBe('Courier');
  expect(withoutSite('Vote - Herald', ['Courier'])).toBe('Vote - Herald');
});

import { IntlMessageFormat } from 'intl-messageformat';
import { expect, it } from 'vitest';
import { en } from './en/index.ts';

it('all messages are well formed', () => {
  const read = Object.values(en).flatMap((feature) =>
    Object.values(feature).map((message) => new IntlMessageFormat(message, 'en')),
  );
  expect(read.length).toBeGreaterThan(100);
});

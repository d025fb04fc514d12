import { expect, it } from 'vitest';
import { notFound } from './errors.ts';

it('a very long id is cut in the message, and between characters', () => {
  const { message } = notFound('article', `${'a'.repeat(99)}😀${'b'.repeat(1000)}`);
  expect(message).toBe(`There is no article "${'a'.repeat(99)}…" in this library.`);
});

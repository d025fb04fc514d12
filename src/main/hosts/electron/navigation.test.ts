import { expect, test, vi } from 'vitest';
import { externalLinks, mayOpenOutside } from './navigation.ts';

test.each([
  ['https://example.com/report?x=1#y', true],
  ['https://xn--bcher-kva.example/', true],
  ['http://example.com/', false],
  ['https://name:word@example.com/', false],
  ['https://name@example.com/', false],
  ['file:///etc/passwd', false],
  ['smb://host/share', false],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['mailto:a@example.com', false],
  ['app://bundle/', false],
  ['//example.com', false],
  ['', false],
])('%s may be opened outside: %s', (address, may) => {
  expect(mayOpenOutside(address)).toBe(may);
});

test('asks one question at a time, shows the address as the browser will read it', async () => {
  const answer = Promise.withResolvers<{ response: number; checkboxChecked: boolean }>();
  const showMessageBox = vi.fn((..._args: unknown[]) => answer.promise);
  const openExternal = vi.fn(async () => {});
  const offer = externalLinks({ dialog: { showMessageBox }, shell: { openExternal } });
  offer('https://пример.example/');
  offer('https://example.com/second');
  expect(showMessageBox).toHaveBeenCalledTimes(1);
  expect(JSON.stringify(showMessageBox.mock.calls[0])).toContain('https://xn--e1afmkfd.example/');
  expect(openExternal).not.toHaveBeenCalled();
  answer.resolve({ response: 1, checkboxChecked: false });
  await vi.waitFor(() =>
    expect(openExternal).toHaveBeenCalledExactlyOnceWith('https://xn--e1afmkfd.example/'),
  );
  offer('https://example.com/third');
  expect(showMessageBox).toHaveBeenCalledTimes(2);
});

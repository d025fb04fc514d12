import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { menuCommands } from '../../../shared/contract/bridge.ts';
import { menuTemplate } from './menu.ts';

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

describe.each([true, false])('on a Mac: %s', (mac) => {
  const choose = vi.fn();
  const items = flat(menuTemplate({ mac, development: false, choose }));

  test('every command of the contract stands in the menu once and is sent when chosen', () => {
    const commands = items.filter(({ id }) => id !== undefined);
    expect(commands).toHaveLength(menuCommands.length);
    expect(new Set(commands.map(({ id }) => id))).toEqual(new Set(menuCommands));
    for (const { click } of commands) (click as (() => void) | undefined)?.();
    expect(choose.mock.calls.flat()).toEqual(commands.map(({ id }) => id));
  });

  test('no key stands twice, and keys the page answers are not registered', () => {
    const keys = items.flatMap(({ accelerator }) =>
      accelerator === undefined ? [] : [accelerator],
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(4);
    for (const { accelerator, registerAccelerator } of items) {
      if (accelerator !== undefined) expect(registerAccelerator).toBe(false);
    }
  });

  test('developer tools are there in development only', () => {
    const hasTools = (development: boolean) =>
      flat(menuTemplate({ mac, development, choose })).some(
        ({ role }) => role === 'toggleDevTools',
      );
    expect([hasTools(true), hasTools(false)]).toEqual([true, false]);
  });
});

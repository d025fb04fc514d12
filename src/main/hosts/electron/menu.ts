import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../../shared/contract/bridge.ts';
import { messages } from './messages.ts';

const words = messages.menu;

export interface MenuOptions {
  readonly mac: boolean;
  /** Adds reloading and the developer tools. */
  readonly development: boolean;
  /** Tells the page that an item was chosen. */
  readonly choose: (command: MenuCommand) => void;
}

/**
 * The application menu. Keys the page answers itself are shown but not registered, so that
 * the page decides by its focus and no key acts twice.
 */
export function menuTemplate({ mac, development, choose }: MenuOptions) {
  const command = (
    id: MenuCommand,
    label: string,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    id,
    label,
    click: () => choose(id),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const developerItems: MenuItemConstructorOptions[] = development
    ? [separator, { role: 'reload' }, { role: 'toggleDevTools' }]
    : [];

  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    {
      label: words.file,
      submenu: [
        command('new-note', words.newNote),
        command('new-briefing', words.newBriefing, 'CmdOrCtrl+Shift+N'),
        separator,
        command('import', words.import, 'CmdOrCtrl+O'),
        command('export', words.export, 'CmdOrCtrl+E'),
        separator,
        { role: mac ? 'close' : 'quit' },
      ],
    },
    {
      label: words.edit,
      submenu: [
        command('undo', words.undo, 'CmdOrCtrl+Z'),
        command('redo', words.redo, mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
        separator,
        command('search', words.search, 'CmdOrCtrl+K'),
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...developerItems,
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      label: words.help,
      submenu: [
        command('shortcuts', words.shortcuts),
        ...(mac ? [] : [{ role: 'about' as const, label: words.about }]),
      ],
    },
  ];
  return template;
}

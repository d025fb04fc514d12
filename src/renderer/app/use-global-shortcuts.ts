import { useEffect } from 'react';
import { bridge } from '../api/bridge.ts';
import { chooseFiles } from '../features/import/choose-files.ts';
import { lookOver } from '../features/import/look-over.ts';
import { focusSearch } from '../features/search/focus-search.ts';
import { useMessages } from '../messages/messages.ts';
import { useShortcut } from '../state/keymap.ts';
import { currentRoute, navigate } from '../state/route.ts';
import { redo, undo } from '../state/undo.ts';
import { newBriefing, newNote } from './actions.ts';
import { openDialog } from './dialogs.ts';

/**
 * The shortcuts that work in every view, the same commands from the application menu, and files that
 * are opened from outside: by a double click, or dropped on the icon.
 */
export function useGlobalShortcuts(): void {
  const m = useMessages();
  const importFiles = () => {
    navigate({ name: 'import' });
    void chooseFiles('files');
  };
  const commands = {
    import: importFiles,
    'new-note': () => void newNote(currentRoute()),
    'new-briefing': () => void newBriefing(),
    export: () => openDialog('export'),
    search: focusSearch,
    undo: () => void undo(m),
    redo: () => void redo(m),
    shortcuts: () => openDialog('shortcuts'),
  };
  useShortcut({
    keys: 'Ctrl+K',
    label: 'app.goSearch',
    group: 'everywhere',
    whileTyping: true,
    run: commands.search,
  });
  useShortcut({
    keys: '>',
    label: 'app.actions',
    group: 'everywhere',
    run: () => openDialog('actions'),
  });
  useShortcut({ keys: '?', label: 'app.shortcuts', group: 'everywhere', run: commands.shortcuts });
  useShortcut({ keys: 'N', label: 'app.newNote', group: 'everywhere', run: commands['new-note'] });
  useShortcut({ keys: 'Ctrl+Z', label: 'app.undo', group: 'everywhere', run: commands.undo });
  useShortcut({
    keys: 'Ctrl+Shift+Z',
    also: 'Ctrl+Y',
    label: 'app.redo',
    group: 'everywhere',
    run: commands.redo,
  });
  useEffect(() => bridge?.onMenu((command) => commands[command]()));
  useEffect(() => bridge?.onOpen((paths) => void lookOver(paths.map((path) => ({ path })))), []);
}

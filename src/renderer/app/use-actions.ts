import { chooseFiles } from '../features/import/choose-files.ts';
import { useMethod } from '../api/use-method.ts';
import { chooseBundle } from '../features/merge/choose-bundle.ts';
import { useSearchSort } from '../features/search/use-search.ts';
import { useMessages } from '../messages/messages.ts';
import { openCleaningRules } from '../state/cleaning-rules.ts';
import { openNearDuplicates } from '../state/near-duplicates.ts';
import { useKeymap, worksNow } from '../state/keymap.ts';
import { navigate, type Route } from '../state/route.ts';
import { changeSettings } from '../state/settings.ts';
import { backUp, checkLibrary, newBriefing } from './actions.ts';
import { openDialog } from './dialogs.ts';
import { navigationSections } from './navigation-items.ts';

export interface Action {
  readonly id: string;
  readonly label: string;
  readonly keys?: string;
  readonly run: () => void;
}

/** What the list of actions offers: all shortcuts, places and briefings, and what only the menus have. */
export function useActions(): readonly Action[] {
  const m = useMessages();
  const shortcuts = [...useKeymap((state) => state.shortcuts).values()].filter(
    (shortcut) => worksNow(shortcut) && shortcut.label !== 'app.actions',
  );
  const go = (route: Route) => () => navigate(route);
  const theme = (name: 'light' | 'dark' | 'contrast' | 'system') => () =>
    void changeSettings({ theme: name });
  const { data: saved } = useMethod('searches.list', {});
  const { data: briefings } = useMethod('briefings.list', {});
  const all: readonly Action[] = [
    ...shortcuts.map(({ keys, label, run }) => ({ id: label, label: m(label), keys, run })),
    {
      id: 'import',
      label: m('app.import'),
      run: () => {
        navigate({ name: 'import' });
        void chooseFiles('files');
      },
    },
    { id: 'briefing', label: m('app.newBriefing'), run: () => void newBriefing() },
    { id: 'export', label: m('app.export'), run: () => openDialog('export') },
    { id: 'merge', label: m('merge.open'), run: () => void chooseBundle() },
    ...navigationSections
      .flatMap((section) => section.items)
      .map(({ label, route }) => ({
        id: label,
        label: m(label),
        run: go(route),
      })),
    ...(briefings?.items ?? []).map(({ id, title }) => ({
      id,
      label: `${m('briefings.title')}: ${title}`,
      run: go({ name: 'briefing', id }),
    })),
    ...(['system', 'light', 'dark', 'contrast'] as const).map((name) => ({
      id: `theme-${name}`,
      label: `${m('app.theme')}: ${m(
        `app.theme${name[0]?.toUpperCase()}${name.slice(1)}` as 'app.themeDark',
      )}`,
      run: theme(name),
    })),
    ...(saved?.items ?? []).map(({ id, name, q, sort }) => ({
      id,
      label: `${m('search.savedSearch')}: ${name}`,
      run: () => {
        useSearchSort.setState({ sort });
        navigate({ name: 'search', q });
      },
    })),
    { id: 'near', label: m('near.title'), run: () => openNearDuplicates() },
    { id: 'cleaning', label: m('cleaning.title'), run: openCleaningRules },
    { id: 'backup', label: m('app.backUp'), run: () => void backUp(m) },
    { id: 'backups', label: m('backups.title'), run: go({ name: 'backups' }) },
    { id: 'check', label: m('app.check'), run: () => void checkLibrary(m) },
  ];
  return all.filter((action, index) => all.findIndex(({ id }) => id === action.id) === index);
}

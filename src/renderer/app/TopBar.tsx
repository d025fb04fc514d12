import { FilePlus2, Import, PanelLeft, Share } from 'lucide-react';
import { useMethod } from '../api/use-method.ts';
import { chooseFiles } from '../features/import/choose-files.ts';
import { SearchBox } from '../features/search/SearchBox.tsx';
import { useMessages } from '../messages/messages.ts';
import { useLayout } from '../state/layout.ts';
import { navigate } from '../state/route.ts';
import { useNarrow } from '../state/use-media.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { newBriefing } from './actions.ts';
import { openDialog } from './dialogs.ts';
import { LibraryMenu } from './LibraryMenu.tsx';
import css from './TopBar.module.css';

function Actions() {
  const m = useMessages();
  const narrow = useNarrow();
  const { data: info } = useMethod('library.info', {});
  const nothing = info !== undefined && info.counts.briefings + info.counts.articles === 0;
  const actions = [
    {
      icon: Import,
      label: m('app.import'),
      run: () => {
        navigate({ name: 'import' });
        void chooseFiles('files');
      },
    },
    { icon: FilePlus2, label: m('app.newBriefing'), run: () => void newBriefing() },
    {
      icon: Share,
      label: m('app.export'),
      disabledReason: nothing ? m('app.exportNothing') : undefined,
      run: () => openDialog('export'),
    },
  ];
  return actions.map(({ icon, label, disabledReason, run }) =>
    narrow ? (
      <IconButton
        key={label}
        icon={icon}
        label={label}
        disabledReason={disabledReason}
        onClick={run}
      />
    ) : (
      <Button key={label} look="plain" icon={icon} disabledReason={disabledReason} onClick={run}>
        {label}
      </Button>
    ),
  );
}

/** Library name, search box and the three buttons that are always there. */
export function TopBar() {
  const m = useMessages();
  const narrow = useNarrow();
  const navigationOpen = useLayout((state) => state.navigationOverlay);
  return (
    <header className={css.bar}>
      <div className={css.start}>
        {narrow && (
          <IconButton
            icon={PanelLeft}
            label={m('app.navigation')}
            aria-expanded={navigationOpen}
            onClick={() => useLayout.setState({ navigationOverlay: !navigationOpen })}
          />
        )}
        <LibraryMenu />
      </div>
      <SearchBox onActions={() => openDialog('actions')} />
      <div className={css.actions}>
        <Actions />
      </div>
    </header>
  );
}

import { FileOutput, Mail, MailOpen, Trash2 } from 'lucide-react';
import { exportFormats } from '../../../shared/contract/methods/export.ts';
import { fileName } from '../../../shared/text/file-name.ts';
import { exportFile } from '../../api/save-file.ts';
import { showError } from '../../api/show-error.ts';
import { showExported } from '../../api/show-exported.ts';
import { useMessages } from '../../messages/messages.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { ChosenBar } from '../../ui/list/ChosenBar.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import { useMarkRead } from './use-mark-read.ts';

const endings = { 'csl-json': 'json', bibtex: 'bib', ris: 'ris' } as const;

export interface ChosenArticlesProps {
  readonly ids: readonly string[];
  readonly onNone: () => void;
  readonly onDelete: () => void;
}

/** What can be done with the articles chosen in the list. */
export function ChosenArticles({ ids, onNone, onDelete }: ChosenArticlesProps) {
  const m = useMessages();
  const { mark } = useMarkRead();
  const exportAs = async (format: keyof typeof endings) => {
    try {
      const name = fileName(m('exports.sources'), endings[format]);
      const place = await exportFile('export.sources', { format, articleIds: [...ids] }, name);
      if (place !== null) showExported(m, place);
    } catch (error) {
      showError(error);
    }
  };
  const none = ids.length === 0;
  return (
    <ChosenBar
      edge="bottom"
      hidden={none}
      label={m('library.chosen')}
      said={none ? '' : m('library.chosenCount', { count: ids.length })}
      onNone={none ? undefined : onNone}
      noneLabel={m('library.chooseNone')}
    >
      {!none && (
        <>
          <IconButton
            icon={MailOpen}
            label={m('library.markManyRead')}
            tooltipPlacement="top"
            onClick={() => void mark(ids, true)}
          />
          <IconButton
            icon={Mail}
            label={m('library.markManyUnread')}
            tooltipPlacement="top"
            onClick={() => void mark(ids, false)}
          />
          <Menu
            label={m('library.exportSources')}
            placement="top-start"
            items={exportFormats.sources.map((format) => ({
              id: format,
              label: m(`exports.${format}`),
              run: () => void exportAs(format),
            }))}
          >
            <IconButton
              icon={FileOutput}
              label={m('library.exportSources')}
              tooltipPlacement="top"
            />
          </Menu>
          <IconButton
            icon={Trash2}
            label={m('library.delete')}
            tooltipPlacement="top"
            aria-keyshortcuts="Delete"
            onClick={onDelete}
          />
        </>
      )}
    </ChosenBar>
  );
}

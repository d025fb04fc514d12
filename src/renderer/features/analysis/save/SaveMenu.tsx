import type { Input } from '../../../../shared/contract/methods.ts';
import { fileName } from '../../../../shared/text/file-name.ts';
import { exportFile } from '../../../api/save-file.ts';
import { showError } from '../../../api/show-error.ts';
import { showExported } from '../../../api/show-exported.ts';
import { useMessages } from '../../../messages/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Menu } from '../../../ui/menu/Menu.tsx';
import { pictureOf, pngBase64, svgBase64 } from './picture.ts';

export type Rows = Extract<Input<'export.view'>, { format: 'csv' }>['rows'];

interface SaveMenuProps {
  readonly title: string;
  /** What is shown, in numbers: a picture says it beneath itself. */
  readonly note?: string;
  /** The drawing as it is on screen; a view without one is saved as a table only. */
  readonly drawing?: () => SVGSVGElement | null;
  /** All rows of the table with its headings, also those not yet on screen. */
  readonly rows: () => Rows | Promise<Rows>;
}

/** Saves what the view shows: its picture, and the table of the same data. */
export function SaveMenu({ title, note = '', drawing, rows }: SaveMenuProps) {
  const m = useMessages();
  const made = async (format: 'svg' | 'png' | 'csv'): Promise<Input<'export.view'> | null> => {
    if (format === 'csv') return { format, name: title, rows: await rows() };
    const shown = drawing?.() ?? null;
    if (shown === null) return null;
    const picture = pictureOf(shown, title, note);
    const base64 = await (format === 'svg' ? svgBase64(picture) : pngBase64(picture));
    return { format, name: title, base64 };
  };
  const save = async (format: 'svg' | 'png' | 'csv') => {
    try {
      const input = await made(format);
      if (input === null) return;
      const place = await exportFile('export.view', input, fileName(title, format));
      if (place !== null) showExported(m, place);
    } catch (error) {
      showError(error);
    }
  };
  const pictures = [
    { id: 'svg', label: m('analysis.saveSvg'), run: () => void save('svg') },
    { id: 'png', label: m('analysis.savePng'), run: () => void save('png') },
  ];
  return (
    <Menu
      label={m('analysis.save')}
      placement="bottom-end"
      items={[
        ...(drawing === undefined ? [] : pictures),
        { id: 'csv', label: m('analysis.saveCsv'), run: () => void save('csv') },
      ]}
    >
      <Button look="plain">{m('analysis.save')}</Button>
    </Menu>
  );
}

import { Download } from 'lucide-react';
import { exportFile } from '../../api/save-file.ts';
import { showError } from '../../api/show-error.ts';
import { showExported } from '../../api/show-exported.ts';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';

/** The report as a file: what became of each file, by name, and why. */
export function SaveReport() {
  const m = useMessages();
  const save = async (format: 'html' | 'md' | 'csv') => {
    try {
      const place = await exportFile(
        'import.report',
        { format },
        `${m('imports.reportName')}.${format}`,
      );
      if (place !== null) showExported(m, place);
    } catch (error) {
      showError(error);
    }
  };
  const item = (format: 'html' | 'md' | 'csv') => ({
    id: format,
    label: m(`imports.report.${format}`),
    run: () => void save(format),
  });
  return (
    <Menu label={m('imports.saveReport')} items={[item('html'), item('csv'), item('md')]}>
      <Button look="plain" icon={Download}>
        {m('imports.saveReport')}
      </Button>
    </Menu>
  );
}

import { bridge } from '../../api/bridge.ts';
import { showError } from '../../api/show-error.ts';
import { lookOver, lookOverFiles } from './look-over.ts';

/** The browser's own dialog; nothing happens when it is dismissed. */
function chooseInBrowser(what: 'files' | 'folder'): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.webkitdirectory = what === 'folder';
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])].filter(({ name }) => !name.startsWith('.'));
    void lookOverFiles(files.map((file) => ({ name: file.webkitRelativePath || file.name, file })));
  });
  input.click();
}

/** Asks the person for files or a folder and looks them over. */
export async function chooseFiles(what: 'files' | 'folder'): Promise<void> {
  if (bridge === undefined) {
    chooseInBrowser(what);
    return;
  }
  try {
    const paths = await bridge.pickFiles(what);
    await lookOver(paths.map((path) => ({ path })));
  } catch (error) {
    showError(error);
  }
}

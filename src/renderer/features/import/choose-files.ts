import { bridge } from '../../api/bridge.ts';
import { client } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { showError } from '../../api/show-error.ts';
import { lookOver, lookOverFiles } from './look-over.ts';

/** Endings of what can be imported, as the registry has them, and of a library bundle. */
async function accepted(): Promise<string> {
  const { items } = await queryClient.fetchQuery({
    queryKey: ['import.formats', {}],
    queryFn: () => client.call('import.formats', {}),
    staleTime: Infinity,
  });
  return ['attache', ...items.flatMap(({ extensions }) => extensions)]
    .map((ending) => `.${ending}`)
    .join(',');
}

/** The browser's own dialog; nothing happens when it is dismissed. */
async function chooseInBrowser(what: 'files' | 'folder'): Promise<void> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.webkitdirectory = what === 'folder';
  if (what === 'files') input.accept = await accepted();
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])].filter(({ name }) => !name.startsWith('.'));
    void lookOverFiles(files.map((file) => ({ name: file.webkitRelativePath || file.name, file })));
  });
  input.click();
}

/** Asks the person for files or a folder and looks them over. */
export async function chooseFiles(what: 'files' | 'folder'): Promise<void> {
  try {
    if (bridge === undefined) {
      await chooseInBrowser(what);
      return;
    }
    const paths = await bridge.pickFiles(what);
    await lookOver(paths.map((path) => ({ path })));
  } catch (error) {
    showError(error);
  }
}

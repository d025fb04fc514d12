import { base64 } from '../../api/base64.ts';
import { bridge } from '../../api/bridge.ts';
import { showError } from '../../api/show-error.ts';
import { openBundle } from '../../state/bundle.ts';

function chooseInBrowser(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.attache';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file === undefined) return;
    base64(file).then((bytes) => openBundle({ name: file.name, base64: bytes }), showError);
  });
  input.click();
}

/** Asks the person for a bundle and looks at what merging it would change. */
export async function chooseBundle(): Promise<void> {
  if (bridge === undefined) {
    chooseInBrowser();
    return;
  }
  try {
    const [path] = await bridge.pickFiles('files');
    if (path !== undefined) openBundle({ path });
  } catch (error) {
    showError(error);
  }
}

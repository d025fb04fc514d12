import { create } from 'zustand';
import type { Input } from '../../../shared/contract/methods.ts';
import { bridge } from '../../api/bridge.ts';
import { showError } from '../../api/show-error.ts';

export type BundleSource = Input<'bundle.merge'>['source'];

/** The bundle whose merge is being looked at; null where there is none. */
export const useBundle = create<{ readonly source: BundleSource | null }>(() => ({
  source: null,
}));

const show = (source: BundleSource | null): void => useBundle.setState({ source });

export const closeBundle = (): void => show(null);

/** Base64 of a file, without a string of all its bytes in between. */
const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const address = typeof reader.result === 'string' ? reader.result : '';
      resolve(address.slice(address.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => reject(reader.error ?? new Error(file.name)));
    reader.readAsDataURL(file);
  });

function chooseInBrowser(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.attache';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file === undefined) return;
    base64Of(file).then((base64) => show({ name: file.name, base64 }), showError);
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
    if (path !== undefined) show({ path });
  } catch (error) {
    showError(error);
  }
}

import { noPreview } from './kept-previews.ts';
import type { Preview } from './preview.ts';

/** The preview that can be decided on and run: the last one made, in memory. */
export interface PreviewOnScreen {
  /** Throws `not-found` where `id` is another one's. */
  get(id: string): Preview;
  /** Puts a preview in place of the one before. */
  show(preview: Preview): void;
  /** Lets go of it where `id` is its own. */
  close(id: string): void;
}

export function previewOnScreen(): PreviewOnScreen {
  let current: Preview | null = null;
  return {
    get(id) {
      if (current?.id === id) return current;
      throw noPreview();
    },
    show(preview) {
      current = preview;
    },
    close(id) {
      if (current?.id === id) current = null;
    },
  };
}

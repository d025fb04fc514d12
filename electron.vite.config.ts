import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      // Its JSON goes into the bundle: an external one would lose the import attribute Node asks for.
      externalizeDeps: { exclude: ['i18n-nationality'] },
      rollupOptions: {
        external: ['node:sqlite'],
        input: {
          index: at('src/main/index.ts'),
          web: at('src/main/web.ts'),
          cli: at('src/main/cli.ts'),
          'library-worker': at('src/main/library-worker.ts'),
          'parser-worker': at('src/main/parser-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    base: './',
    plugins: [react()],
    build: {
      assetsInlineLimit: 0,
      minify: true,
      sourcemap: false,
      rollupOptions: { input: { index: at('src/renderer/index.html') } },
    },
  },
});

import { revealedLine } from '../../../shared/model/plain-line.ts';
import { baseName } from './base-name.ts';
import type { SourceFile } from './sources.ts';

/** What an import of these files is called in the history. */
export const labelFor = (files: readonly Pick<SourceFile, 'name'>[]): string =>
  files.length === 1
    ? `Import “${revealedLine(baseName(files[0]?.name ?? ''))}”`
    : `Import ${files.length} files`;

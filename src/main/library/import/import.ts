import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { notYet } from '../later.ts';

export function importHandlers(
  _context: LibraryContext,
): Handlers<'import.preview' | 'import.run' | 'import.cancel' | 'import.formats'> {
  return {
    'import.preview': notYet<'import.preview'>('Import'),
    'import.run': notYet<'import.run'>('Import'),
    'import.cancel': notYet<'import.cancel'>('Import'),
    'import.formats': notYet<'import.formats'>('Import'),
  };
}

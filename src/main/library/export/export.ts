import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { notYet } from '../later.ts';

export function exportHandlers(
  _context: LibraryContext,
): Handlers<
  'export.briefing' | 'export.annotations' | 'export.sources' | 'export.network' | 'export.bundle'
> {
  return {
    'export.briefing': notYet<'export.briefing'>('Exporting briefings'),
    'export.annotations': notYet<'export.annotations'>('Exporting annotations'),
    'export.sources': notYet<'export.sources'>('Exporting sources'),
    'export.network': notYet<'export.network'>('Exporting the actor network'),
    'export.bundle': notYet<'export.bundle'>('Exporting a library bundle'),
  };
}

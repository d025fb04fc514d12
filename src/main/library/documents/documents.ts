import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { notYet } from '../later.ts';

export function documentHandlers(
  _context: LibraryContext,
): Handlers<
  | 'notes.create'
  | 'notes.get'
  | 'notes.update'
  | 'notes.delete'
  | 'notes.list'
  | 'briefings.create'
  | 'briefings.get'
  | 'briefings.update'
  | 'briefings.delete'
  | 'briefings.list'
  | 'briefings.check'
> {
  return {
    'notes.create': notYet<'notes.create'>('Notes'),
    'notes.get': notYet<'notes.get'>('Notes'),
    'notes.update': notYet<'notes.update'>('Notes'),
    'notes.delete': notYet<'notes.delete'>('Notes'),
    'notes.list': notYet<'notes.list'>('Notes'),
    'briefings.create': notYet<'briefings.create'>('Briefings'),
    'briefings.get': notYet<'briefings.get'>('Briefings'),
    'briefings.update': notYet<'briefings.update'>('Briefings'),
    'briefings.delete': notYet<'briefings.delete'>('Briefings'),
    'briefings.list': notYet<'briefings.list'>('Briefings'),
    'briefings.check': notYet<'briefings.check'>('Checking a briefing'),
  };
}

import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { notYet } from '../later.ts';

export function annotationHandlers(
  _context: LibraryContext,
): Handlers<
  | 'annotations.create'
  | 'annotations.list'
  | 'annotations.get'
  | 'annotations.update'
  | 'annotations.delete'
  | 'tags.list'
> {
  return {
    'annotations.create': notYet<'annotations.create'>('Annotations'),
    'annotations.list': notYet<'annotations.list'>('Annotations'),
    'annotations.get': notYet<'annotations.get'>('Annotations'),
    'annotations.update': notYet<'annotations.update'>('Annotations'),
    'annotations.delete': notYet<'annotations.delete'>('Annotations'),
    'tags.list': notYet<'tags.list'>('Tags'),
  };
}

import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { notYet } from '../later.ts';

export function actorHandlers(
  _context: LibraryContext,
): Handlers<
  | 'actors.propose'
  | 'actors.create'
  | 'actors.update'
  | 'actors.delete'
  | 'actors.list'
  | 'actors.get'
  | 'actors.merge'
  | 'actors.split'
  | 'mentions.list'
  | 'mentions.update'
> {
  return {
    'actors.propose': notYet<'actors.propose'>('Proposing actors'),
    'actors.create': notYet<'actors.create'>('Actors'),
    'actors.update': notYet<'actors.update'>('Actors'),
    'actors.delete': notYet<'actors.delete'>('Actors'),
    'actors.list': notYet<'actors.list'>('Actors'),
    'actors.get': notYet<'actors.get'>('Actors'),
    'actors.merge': notYet<'actors.merge'>('Actors'),
    'actors.split': notYet<'actors.split'>('Actors'),
    'mentions.list': notYet<'mentions.list'>('Mentions'),
    'mentions.update': notYet<'mentions.update'>('Mentions'),
  };
}

import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { notYet } from '../later.ts';

export function statementHandlers(
  _context: LibraryContext,
): Handlers<'statements.create' | 'statements.list' | 'statements.delete' | 'statements.propose'> {
  return {
    'statements.create': notYet<'statements.create'>('Statements'),
    'statements.list': notYet<'statements.list'>('Statements'),
    'statements.delete': notYet<'statements.delete'>('Statements'),
    'statements.propose': notYet<'statements.propose'>('Proposing speakers'),
  };
}

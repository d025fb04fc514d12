import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { Handlers } from '../../../../shared/contract/methods.ts';
import type { LibraryContext } from '../../context.ts';
import type { Database } from '../../storage/database.ts';
import { applyToArticle } from './apply-stored.ts';
import { lineKey, outletKey } from './keys.ts';
import { articlesOf, deleteRule, listRules, outletOf, rulesOf, saveRule } from './store.ts';

interface Applied {
  articles: number;
  hidden: number;
  shown: number;
}

const nothing = (): Applied => ({ articles: 0, hidden: 0, shown: 0 });

/** Applies an outlet's rules to its articles. Runs inside a transaction. */
function applyToLibrary(db: Database, outlet: string): Applied {
  const rules = rulesOf(db, outlet);
  const applied = nothing();
  for (const seq of articlesOf(db, outlet)) {
    const change = applyToArticle(db, seq, rules);
    if (change === null) continue;
    applied.articles += 1;
    applied.hidden += change.hidden;
    applied.shown += change.shown;
  }
  return applied;
}

const named = (outlet: string): AttacheError =>
  new AttacheError('invalid-input', `"${outlet}" is no name of an outlet: it has no letters.`, {
    field: 'outlet',
  });

/** Rules that hide or show lines in every article of an outlet. */
export function cleaningHandlers(
  context: LibraryContext,
): Handlers<'cleaning.rules' | 'cleaning.learn' | 'cleaning.forget' | 'cleaning.apply'> {
  const { db, commands } = context;
  const effect = { topics: ['articles', 'rules'] as const };
  const checked = (outlet: string) => {
    if (outletKey(outlet) === '') throw named(outlet);
  };
  return {
    'cleaning.rules': ({ outlet }) => ({ items: listRules(db, outlet) }),
    'cleaning.learn': ({ outlet, action, reason, lines, apply }) => {
      checked(outlet);
      const words = [...new Map(lines?.map((line) => [lineKey(line), line]))].map(
        ([, line]) => line,
      );
      const verb = action === 'hide' ? 'Hide' : 'Show';
      const what = lines === undefined ? 'lines of a kind' : 'a line';
      const created = context.now().toISOString();
      let ids: string[] = [];
      const applied = commands.run(`${verb} ${what} everywhere in ${outlet}`, effect, () => {
        ids = (lines === undefined ? [null] : words).map((line) =>
          saveRule(db, { outlet, action, reason, words: line }, { id: context.newId(), created }),
        );
        return apply ? applyToLibrary(db, outlet) : nothing();
      });
      return { rules: listRules(db, outlet).filter(({ id }) => ids.includes(id)), applied };
    },
    'cleaning.forget': ({ id }) => {
      const outlet = outletOf(db, id);
      commands.run(`Forget a cleaning rule of ${outlet}`, effect, () => deleteRule(db, id));
      return {};
    },
    'cleaning.apply': ({ outlet }) => {
      checked(outlet);
      return commands.run(`Apply the cleaning rules of ${outlet}`, effect, () =>
        applyToLibrary(db, outlet),
      );
    },
  };
}

import { openStorage } from './open.ts';
import { insertArticle } from './test-storage.ts';

/** A child process that makes a library and commits as many imports as it is told. */
const [, , dir = '', commits = '0'] = process.argv;
const storage = openStorage(dir, { now: () => new Date(), emit: () => undefined });
for (let i = 0; i < Number(commits); i += 1) {
  storage.commands.run('Import', { topics: [] }, () => insertArticle(storage.db, `a${i}`));
}
storage.close();

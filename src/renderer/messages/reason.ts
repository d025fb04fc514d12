import type { HiddenRange } from '../../shared/model/ranges.ts';
import type { Messages } from './messages.ts';

/** Why a range is or could be hidden; of a line that comes back, in how many articles. */
export const reasonText = (m: Messages, { reason, articles }: HiddenRange): string =>
  articles === undefined ? m(`reasons.${reason}`) : m('cleaning.inArticles', { count: articles });

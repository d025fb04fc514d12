import type { Proposal } from '../../../../shared/model/import.ts';
import type { RawArticle } from '../formats/format.ts';
import { proposeTitle } from './title.ts';

/** Proposals read from the words of an article, after those of the format's own fields. */
export function proposeFromText(article: RawArticle): Proposal[] {
  return [...proposeTitle(article)];
}

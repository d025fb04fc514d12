import { innerLink } from '../../../shared/briefing/inner-links.ts';

/** Addresses a link in a document may have: on the web, of mail, or inside the notebook. */
export const isAllowedUrl = (url: string): boolean =>
  /^(?:https?:\/\/|mailto:)[^\s]+$/iu.test(url) || innerLink(url) !== null;

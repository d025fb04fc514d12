import { shortened } from '../../../../shared/text/shorten.ts';

/** The most characters of a title at the foot of a page. */
const longest = 70;

/** A title cut to the length that the foot of a page has room for. */
export const footTitle = (title: string): string => shortened(title, longest);

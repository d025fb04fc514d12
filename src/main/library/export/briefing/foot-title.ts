/** The most characters of a title at the foot of a page. */
const longest = 70;

/** A title cut to the length that the foot of a page has room for. */
export const footTitle = (title: string): string =>
  title.length > longest ? `${title.slice(0, longest - 1).toWellFormed()}…` : title;

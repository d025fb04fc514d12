/** Prompts and footers that name the outlet in passing: a hint for the person, never certain. */
const hints = [
  /^more from (?:the )?([A-Z][^.:|]{2,40})$/,
  /\bget ([A-Z][\w .&-]{1,40}?)['’]s? newsletters?\b/i,
  /^subscribe to (?:the )?([A-Z][\w .&'-]{2,40}?)(?: newsletters?| today| now|$)/,
  /^follow ([A-Z][\w .&'-]{2,40}?) on\b/,
];

const copyright =
  /(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?(\p{Lu}[\p{L}\d .,&'’-]{2,60}?)(?:\.?\s*all rights reserved|[.|]|$)/iu;

/** What follows the owner's name: “or its affiliated companies”, “and its licensors”. */
const beside =
  /,? (?:or|and|&) (?:its|their|the) (?:affiliate|subsidiar|licensor|respective|contributor|partner).*$/iu;

export interface OutletHint {
  readonly name: string;
  readonly rule: 'outlet-prompt' | 'copyright-line';
  readonly start: number;
  readonly end: number;
}

/** The outlet that a hidden line names. Offsets are into `line`. */
export function outletIn(line: string): OutletHint | null {
  if (line.length > 200) return null;
  const owner = copyright.exec(line);
  const match = owner ?? hints.map((hint) => hint.exec(line)).find((found) => found !== null);
  const name = match?.[1]?.replace(beside, '').trim().replace(/,$/, '');
  if (match === undefined || match === null || name === undefined || name === '') return null;
  const start = match.index + match[0].indexOf(name);
  return {
    name,
    rule: owner === null ? 'outlet-prompt' : 'copyright-line',
    start,
    end: start + name.length,
  };
}

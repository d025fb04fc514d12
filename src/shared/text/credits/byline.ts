import { isAgency } from './agency.ts';

const lead =
  /^(?:written by|reported by|story by|by|von|par|por|di|door|af|av|текст:|автор:)\s*:?\s+/iu;
/** What comes after the names on the same line. */
const after =
  /\s*(?:[|•·—–]|\s-\s|,?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d|,?\s+(?:[Pp]ublished|[Uu]pdated|[Pp]osted|in [A-Z]|at [A-Z]|for [A-Z]|on [A-Z]|[Ss]taff|[Ss]pecial to|\d)).*$/u;
const capitals = /^by\s/i;
const namePart = String.raw`(?:\p{Lu}[\p{L}\p{M}.'’-]*|\p{Lu}\.|(?:de|da|di|del|della|van|von|der|den|la|le|bin|al|el|dos|ter)(?=\s))`;
const fullName = new RegExp(String.raw`^${namePart}(?:\s+${namePart}){1,4}$`, 'u');
const cjk =
  /^(?:文|文責|記者|记者|作者|執筆|기자|كتبت?|بقلم)\s*[:：＝=／/]\s*([\p{L}・·\s]{2,20})$|^(?:記者|记者)\s*([\p{Script=Han}]{2,4})[／/].{2,12}$|^(?:記者|记者)\s+([\p{Script=Han}]{2,4})$|^بقلم\s+([\p{L}\s]{4,30})$|^(?:.{0,40}[|·/)]\s*)?([\p{Script=Hangul}]{2,4})\s*(?:기자|특파원)(?:\s*=?\s*\S+@\S+)?$/u;

/** An office beside a name is no second writer. */
const office =
  /\b(?:correspondent|reporter|editor|writer|columnist|contributor|analyst|bureau|chief|staff|desk|news|agency)$/i;

/** A line longer than this is a sentence, not a byline. */
const longest = 160;

/** "Ada Lund and Per Berg" as two names; what does not read as names of persons stays whole. */
export function bylineParts(names: string): string[] {
  const parts = bylineNames(`By ${names}`);
  return parts.length > 1 ? parts : [names];
}

/** The writers a byline names: "By Ada Lund and Per Berg". Empty where the line is none. */
export function bylineNames(line: string): string[] {
  if (line.length > longest) return [];
  const eastern = cjk.exec(line);
  if (eastern !== null) return [(eastern.slice(1).find((name) => name !== undefined) ?? '').trim()];
  const start = lead.exec(line);
  if (start === null) return [];
  const english = capitals.test(line);
  const names = line
    .slice(start[0].length)
    .replace(after, '')
    .split(/\s*(?:,|&|;|\s(?:and|und|et|y|e|en|og|och)\s)\s*/u)
    .map((name) => name.replace(/\s*[(（][^()（）]{1,30}[)）]$/u, '').trim())
    .filter((name) => name !== '' && !office.test(name) && !isAgency(name));
  const all = names.length > 0 && names.length <= 6 && names.every((name) => fullName.test(name));
  return all && (english || line.length <= 80) ? names : [];
}

import type { Block } from '../../../../shared/model/ranges.ts';

interface Line {
  readonly start: number;
  readonly end: number;
}

/** Lines that are not blank, in groups between blank lines. */
function lineGroups(text: string): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    let first = start;
    while (first < end && text.charAt(first).trim() === '') first += 1;
    if (first < end) {
      group.push({ start: first, end });
    } else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
    start = end + 1;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

const sentenceEnd = /[.!?…。！？:;]["'”’»)\]」』]*$/;
const listItem = /^(?:[•◦▪‣·*–-]|\d{1,3}[.)])\s+\S/;
const rule = /^(?:[-–—_*=~#]\s?){3,}$/;

/** Lines broken at a fixed width: all but the last are of nearly one length. */
function isHardWrapped(text: string, lines: readonly Line[]): boolean {
  if (lines.length < 2) return false;
  const lengths = lines.slice(0, -1).map((line) => line.end - line.start);
  const longest = Math.max(...lengths);
  const last = lines.at(-1);
  if (longest < 50 || longest > 100 || last === undefined || last.end - last.start > longest) {
    return false;
  }
  if (Math.min(...lengths) < longest - 25) return false;
  const ending = lines
    .slice(0, -1)
    .filter((line) => sentenceEnd.test(text.slice(line.start, line.end))).length;
  return ending * 2 <= lengths.length;
}

function kindOf(line: string): Pick<Block, 'kind' | 'level'> {
  if (rule.test(line)) return { kind: 'rule' };
  if (listItem.test(line)) return { kind: 'list-item', level: 1 };
  return { kind: 'paragraph' };
}

const looksLikeHeading = (line: string): boolean =>
  line.length <= 100 && !/[.!?…。！？:;,–—-]["'”’»)\]」』]*$/.test(line) && /\p{L}/u.test(line);

/**
 * Blocks of a text without markup: a line each, except that lines broken at a fixed width are
 * one paragraph. A short first line, and a short line right before a long paragraph that stands
 * between blank lines, are headings. Lines that `isPrompt` knows are neither first nor headings.
 */
export function plainBlocks(text: string, isPrompt: (line: string) => boolean): Block[] {
  const groups = lineGroups(text);
  const first = groups.findIndex(
    ([line]) => line !== undefined && !isPrompt(text.slice(line.start, line.end)),
  );
  const blocks: Block[] = [];
  groups.forEach((lines, index) => {
    const [only] = lines;
    if (only !== undefined && lines.length === 1) {
      const next = groups[index + 1]?.[0];
      const line = text.slice(only.start, only.end);
      const kind = kindOf(line);
      const leads = next !== undefined && next.end - next.start > 160;
      if (kind.kind === 'paragraph' && looksLikeHeading(line) && (index === first || leads)) {
        const prompt = index !== first && isPrompt(line);
        blocks.push(
          prompt
            ? { ...only, ...kind }
            : { ...only, kind: 'heading', level: index === first ? 1 : 2 },
        );
      } else {
        blocks.push({ ...only, ...kind });
      }
      return;
    }
    if (only !== undefined && isHardWrapped(text, lines)) {
      blocks.push({ start: only.start, end: lines.at(-1)?.end ?? only.end, kind: 'paragraph' });
      return;
    }
    for (const line of lines) blocks.push({ ...line, ...kindOf(text.slice(line.start, line.end)) });
  });
  return blocks;
}

/**
 * A slash parts a tag from the one beneath it only between two characters of names:
 * `and / or` and `https://` are names as they stand.
 */
const separator = /(?<=[^\s/])\/(?=[^\s/])/gu;

/** The name of the tag that `name` stands beneath, or null. */
export function parentTag(name: string): string | null {
  const at = [...name.matchAll(separator)].at(-1)?.index;
  return at === undefined ? null : name.slice(0, at);
}

/** What a tag is called where the tags above it are in sight. */
export function tagLabel(name: string): string {
  const parent = parentTag(name);
  return parent === null ? name : name.slice(parent.length + 1);
}

/** The tags above `name`, nearest first. */
export function tagsAbove(name: string): string[] {
  const above: string[] = [];
  for (let at = parentTag(name); at !== null; at = parentTag(at)) above.push(at);
  return above;
}

/** True for the tag itself and for every tag beneath it. */
export const isWithinTag = (name: string, ancestor: string): boolean =>
  name === ancestor || (name.startsWith(ancestor) && tagsAbove(name).includes(ancestor));

/** The name of `label` beneath `parent`; at the top for null. */
export const tagBeneath = (parent: string | null, label: string): string =>
  parent === null ? label : `${parent}/${label}`;

/** What `name` is called after `from`, which it is or stands beneath, became `to`. */
export const renamedTag = (name: string, from: string, to: string): string =>
  to + name.slice(from.length);

/** Orders tags as an outline: each followed by those beneath it, sisters as the language sorts. */
export function compareTags(a: string, b: string): number {
  const [left, right] = [outline(a), outline(b)];
  for (let level = 0; level < Math.min(left.length, right.length); level += 1) {
    const order = collator.compare(left[level] ?? '', right[level] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length || (a < b ? -1 : Number(a > b));
}

const outline = (name: string) => name.split(separator);
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'variant' });

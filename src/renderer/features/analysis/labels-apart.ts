/** A circle with its name beneath it; in units of the drawing. */
export interface Labelled {
  readonly name: string;
  readonly radius: number;
  x: number;
  y: number;
}

const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
const letterWidth = 6.8;
const wideLetterWidth = 12;
const labelHeight = 18;
const gap = 4;
const rounds = 120;

const labelWidth = (name: string): number =>
  Array.from(name).reduce(
    (sum, letter) => sum + (wide.test(letter) ? wideLetterWidth : letterWidth),
    0,
  );

/** How far circle and name reach from the middle of both. */
const boxOf = ({ name, radius }: Labelled) => ({
  halfWidth: Math.max(radius, labelWidth(name) / 2) + gap,
  halfHeight: radius + labelHeight / 2 + gap / 2,
});

/** Moves two boxes away from each other by half of what they share; true where they shared any. */
function part(one: Labelled, other: Labelled): boolean {
  const [a, b] = [boxOf(one), boxOf(other)];
  const dx = other.x - one.x;
  const dy = other.y - one.y;
  const sharedX = a.halfWidth + b.halfWidth - Math.abs(dx);
  const sharedY = a.halfHeight + b.halfHeight - Math.abs(dy);
  if (sharedX <= 0 || sharedY <= 0) return false;
  if (sharedX < sharedY) {
    const by = (dx < 0 ? -1 : 1) * (sharedX / 2);
    one.x -= by;
    other.x += by;
  } else {
    const by = (dy < 0 ? -1 : 1) * (sharedY / 2);
    one.y -= by;
    other.y += by;
  }
  return true;
}

/**
 * Moves circles as little as it takes for no name to lie on another, within the drawing as far as
 * there is room in it.
 */
export function setLabelsApart(nodes: readonly Labelled[], width: number, height: number): void {
  for (let round = 0; round < rounds; round += 1) {
    let moved = false;
    for (const [i, one] of nodes.entries()) {
      for (const other of nodes.slice(i + 1)) moved = part(one, other) || moved;
    }
    for (const node of nodes) {
      const { halfWidth } = boxOf(node);
      node.x = Math.min(Math.max(node.x, halfWidth), Math.max(halfWidth, width - halfWidth));
      const below = height - node.radius - labelHeight;
      node.y = Math.min(Math.max(node.y, node.radius + gap), Math.max(node.radius + gap, below));
    }
    if (!moved) return;
  }
}

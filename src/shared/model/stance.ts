/** How a cited passage bears on the sentence that cites it. */
export const stances = ['supports', 'contradicts', 'qualifies'] as const;
export type Stance = (typeof stances)[number];

export const stanceOf = (value: unknown): Stance | undefined =>
  stances.find((stance) => stance === value);

/** The few mentions that do not count, so that those that do are counted without being read. */
export const uncountedMentions = `
CREATE INDEX mentions_uncounted ON mentions (article)
WHERE (status IN ('rejected', 'open') OR hidden = 1);
`;

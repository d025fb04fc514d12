/** A short article as plain text: its title, and two paragraphs. */
export const story = `Ferry talks resume in Estholm

The ferry line between Estholm and Marenia may open again in June, officials said.

Talks went on for two days.`;

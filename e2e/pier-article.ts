import { randomUUID } from 'node:crypto';
import type { WebApp } from './launch-web.ts';

export const text = `Harbour council votes for a longer pier

Sign up for our newsletter: never miss a story.

The harbour council voted on Tuesday to lengthen the pier by forty metres. Two members left the room before the count.

“We are building for boats we do not have yet,” Ada Lund told the council. “I would rather be early than sorry.”

Lund had asked for sixty metres. Her brother, Ben Lund, voted against any. Lund did not say why.

© 2026 The Pier Post. All rights reserved.
`;

/** Imports an article of its own, which differs from `text` in one line near its end. */
export async function importText(app: WebApp): Promise<string> {
  const name = `${randomUUID()}.txt`;
  const own = text.replace('©', `Filed as ${name}.\n\n©`);
  const { imported } = await app.call('import.run', { sources: [{ name, text: own }] });
  return imported[0]?.articleId ?? '';
}

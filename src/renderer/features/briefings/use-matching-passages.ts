import { useEffect, useState } from 'react';
import { client } from '../../api/client.ts';

const restMs = 200;
const perPage = 200;
/** Passages asked for at most: more are not looked through beside a page. */
const most = 2_000;

export interface MatchingPassages {
  /** Ids of the passages found, the best first; null where nothing is asked for. */
  readonly ids: readonly string[] | null;
  /** What is wrong with the query; what could be read of it was still looked for. */
  readonly error: string | null;
}

const everything: MatchingPassages = { ids: null, error: null };

/** The passages that a query in the grammar of the search box finds, some time after it rests. */
export function useMatchingPassages(q: string): MatchingPassages {
  const [found, setFound] = useState(everything);
  const asked = q.trim();
  useEffect(() => {
    if (asked === '') return undefined;
    let wanted = true;
    const ask = async () => {
      try {
        const answer = await search(asked, () => wanted);
        if (wanted) setFound(answer);
      } catch {
        // The last answer stays; the next key asks again.
      }
    };
    const timer = setTimeout(() => void ask(), restMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [asked]);
  return asked === '' ? everything : found;
}

async function search(q: string, wanted: () => boolean): Promise<MatchingPassages> {
  const ids: string[] = [];
  let cursor: string | undefined;
  let error: string | null = null;
  do {
    const answer = await client.call('search.query', {
      q,
      in: 'annotations',
      limit: perPage,
      typing: true,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const group = answer.groups.find(({ kind }) => kind === 'annotations');
    ids.push(...(group?.items ?? []).map(({ id }) => id));
    cursor = group?.nextCursor ?? undefined;
    error = answer.error?.message ?? null;
  } while (cursor !== undefined && ids.length < most && wanted());
  return { ids, error };
}

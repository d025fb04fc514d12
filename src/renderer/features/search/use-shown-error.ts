import { useEffect, useState } from 'react';
import type { QueryError } from '../../../shared/query/tree.ts';

/** How long typing must have rested before something half typed is called a mistake, in ms. */
const restMs = 700;

/** The error of a query once typing has rested; one that was shown stays while it is the same. */
export function useShownError(q: string, error: QueryError | undefined): QueryError | undefined {
  const key = error === undefined ? null : `${String(error.start)} ${error.message}`;
  const [rested, setRested] = useState<{ q: string; key: string | null }>({ q: '', key: null });
  useEffect(() => {
    const timer = setTimeout(() => setRested({ q, key }), restMs);
    return () => clearTimeout(timer);
  }, [q, key]);
  return key === rested.key ? error : undefined;
}

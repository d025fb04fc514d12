import { v5 } from 'uuid';

const uuid = /^(?:urn:uuid:)?([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/iu;

/** A UUID made from a name: version 5 of RFC 9562. The same name always gives the same. */
const namedUuid = (name: string): string => v5(name, v5.URL);

/**
 * The id an imported annotation has in every library, so that importing it again finds it: its own
 * where it is a UUID, else one made from its id, or from all of it where it has none.
 */
export function uuidOf(id: string | undefined, item: unknown): string {
  const own = uuid.exec(id ?? '')?.[1];
  return own?.toLowerCase() ?? namedUuid(id ?? JSON.stringify(item));
}

const named = /^ni:\/\/\/sha-256;([\w-]{43})$/u;

/** The SHA-256 of a text as a name: RFC 6920. `hash` is in hexadecimal. */
export const stateOfHash = (hash: string) => ({
  id: `ni:///sha-256;${Buffer.from(hash, 'hex').toString('base64url')}`,
});

/** The SHA-256, in hexadecimal, of the text that a `state` names, or null. */
export function hashOfState(state: unknown): string | null {
  for (const each of [state].flat()) {
    const id = typeof each === 'object' && each !== null && 'id' in each ? each.id : each;
    const hash = typeof id === 'string' ? named.exec(id)?.[1] : undefined;
    if (hash !== undefined) return Buffer.from(hash, 'base64url').toString('hex');
  }
  return null;
}

/** The library's id that an IRI is for, as exports write it. */
export const idOfIri = (iri: string): string | null => uuid.exec(iri)?.[1]?.toLowerCase() ?? null;

import { hash } from 'node:crypto';
import { join } from 'node:path';

/** SHA-256 in hexadecimal. Strings are hashed as UTF-8. */
export const sha256 = (data: Uint8Array | string): string => hash('sha256', data);

/** Where the original of this SHA-256 is kept in the library folder `dir`. */
export const originalPath = (dir: string, hash: string): string => join(dir, 'originals', hash);

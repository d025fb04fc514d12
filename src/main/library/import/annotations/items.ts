import { AttacheError } from '../../../../shared/contract/errors.ts';
import { decodeText } from '../encoding/decode.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where the known containers keep their items, outermost first. */
const keys = ['items', 'rows', 'annotations', '@graph', 'first'] as const;
/** Containers in containers: a collection holds a page, which holds items. */
const deepest = 3;

function itemsIn(value: unknown, depth: number): unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return null;
  // Hypothesis's own items have no type.
  const isOne = [value['type']].flat().includes('Annotation') || 'target' in value;
  if (isOne) return [value];
  if (depth === deepest) return null;
  for (const key of keys) {
    const found = Object.hasOwn(value, key) ? itemsIn(value[key], depth + 1) : null;
    if (found !== null) return found;
  }
  return null;
}

/** JSON is UTF-8 (RFC 8259); what some program wrote in another encoding is read all the same. */
function jsonText(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeText(bytes, undefined, name)?.text ?? '';
  }
}

/**
 * The annotations of a file as they stand in it: a W3C AnnotationCollection or AnnotationPage, a
 * Hypothesis export (`annotations`) or answer of its API (`rows`), a list, or a single one.
 * Throws `empty-file`, `damaged-file` where it is not JSON, `unsupported-format` where it is other JSON.
 */
export function readItems(name: string, bytes: Uint8Array): unknown[] {
  if (bytes.length === 0) throw new AttacheError('empty-file', `"${name}" is empty.`);
  let value: unknown;
  try {
    value = JSON.parse(jsonText(name, bytes));
  } catch (error) {
    throw new AttacheError(
      'damaged-file',
      `"${name}" is not JSON, or was cut off: ${error instanceof Error ? error.message : String(error)}.`,
      { cause: error },
    );
  }
  const items = itemsIn(value, 0);
  if (items !== null) return items;
  throw new AttacheError(
    'unsupported-format',
    `"${name}" has no annotations in it. Attache reads W3C Web Annotations and exports of Hypothesis, as JSON.`,
  );
}

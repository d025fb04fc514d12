import { DOMParser } from 'linkedom';
import type { DomDocument } from '../html/dom.ts';

/** Parses XML. Entities that a document declares itself stay as they are written. */
export const parseXml = (source: string): DomDocument =>
  new DOMParser().parseFromString(source, 'text/xml');

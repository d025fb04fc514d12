import type { Format } from '../format.ts';

/** A type only CSL has, so that other JSON is not taken for a bibliography. */
const cslType =
  /"type"\s*:\s*"(?:article(?:-journal|-magazine|-newspaper)?|bill|book|broadcast|chapter|collection|dataset|document|entry(?:-dictionary|-encyclopedia)?|interview|legal_case|legislation|manuscript|motion_picture|pamphlet|paper-conference|periodical|personal_communication|post(?:-weblog)?|regulation|report|review(?:-book)?|song|speech|standard|thesis|treaty|webpage)"/;

/** CSL-JSON, as Zotero, Pandoc and Attache itself export it. */
export const cslJson: Format = {
  id: 'csl-json',
  label: 'CSL-JSON bibliography',
  extensions: ['json', 'csljson'],
  quick: true,
  matches: ({ text: head }) => head !== null && /^\uFEFF?\s*[[{]/.test(head) && cslType.test(head),
  async read(file) {
    const { readCslJson } = await import('./read-csl-json.ts');
    return readCslJson(file);
  },
};

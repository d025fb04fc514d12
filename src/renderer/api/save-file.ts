import { bridge } from './bridge.ts';
import { client } from './client.ts';
import type { Input, Method, Output } from '../../shared/contract/methods.ts';

type ExportMethod = Extract<Method, `export.${string}`> | 'import.report';

const types: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  pdf: 'application/pdf',
  md: 'text/markdown',
  csv: 'text/csv',
  json: 'application/vnd.citationstyles.csl+json',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  jsonld: 'application/ld+json',
  svg: 'image/svg+xml',
  png: 'image/png',
  graphml: 'application/graphml+xml',
};

function download(name: string, base64: string): void {
  const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Exports to the place the person chooses in the desktop app, as a download in a browser tab.
 * Answers with the place, or null when dismissed; rejects with an `AttacheError`.
 */
export async function exportFile<M extends ExportMethod>(
  method: M,
  input: Input<M>,
  suggestedName: string,
): Promise<string | null> {
  const path = bridge === undefined ? undefined : await bridge.savePath(suggestedName);
  if (path === null) return null;
  const result: Output<ExportMethod> = await client.call(
    method,
    path === undefined ? input : { ...input, path },
  );
  if ('path' in result) return result.path;
  download(result.name, result.base64);
  return result.name;
}

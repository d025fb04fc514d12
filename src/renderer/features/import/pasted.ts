import type { ImportSource } from '../../../shared/model/import.ts';
import type { Messages } from '../../messages/messages.ts';
import { lookOver, lookOverFiles } from './look-over.ts';

/** Looks over what the clipboard holds: files, else a web page's HTML, else text. */
export async function takePasted(data: DataTransfer, m: Messages): Promise<boolean> {
  const files = [...data.files];
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  if (files.length > 0) {
    await lookOverFiles(files.map((file) => ({ name: file.name, file })));
    return true;
  }
  const sources: ImportSource[] =
    html.trim() !== ''
      ? [{ name: m('imports.pastedPage'), text: html }]
      : text.trim() === ''
        ? []
        : [{ name: m('imports.pastedText'), text }];
  await lookOver(sources);
  return sources.length > 0;
}

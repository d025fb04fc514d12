import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { parseFile } from '../parse.ts';

const noise = Buffer.from(Array.from({ length: 900 }, (_, index) => (index * 89) % 256));
const bytes = (head: string, rest: Uint8Array = noise) =>
  Buffer.concat([Buffer.from(head, 'latin1'), rest]);
const packed = (names: readonly string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, noise])), { level: 0 });
const compound = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

it.each([
  ['notes.doc', bytes(compound), 'save it as .docx'],
  ['mail.msg', bytes(compound), 'save it from a mail program as .eml'],
  ['winmail.dat', bytes('\x78\x9f\x3e\x22'), 'Outlook packed'],
  ['notes.pages', packed(['Index/Document.iwa']), 'Export it there'],
  [
    'page.webarchive',
    bytes('bplist00\xd1\x01\x02_\x10\x0fWebMainResource', Buffer.from('<p>The quay</p>')),
    'export it as PDF',
  ],
  ['sheet.xlsx', packed(['[Content_Types].xml', 'xl/workbook.xml']), 'spreadsheet'],
  ['deck.pptx', packed(['[Content_Types].xml', 'ppt/presentation.xml']), 'presentation'],
  ['scan.jpg', bytes('\xff\xd8\xff\xe0'), 'picture'],
  ['talk.m4a', bytes('\0\0\0\x20ftypM4A '), 'transcript'],
  ['all.rar', bytes('Rar!\x1a\x07'), 'Unpack it'],
  [
    'Courier.url',
    Buffer.from('[InternetShortcut]\r\nURL=https://courier.example/\r\n'),
    'fetches nothing',
  ],
  ['list.csv', Buffer.from('title,date\n"Ferry, again",2026\nQuay,2025\n'), 'table'],
  ['data.json', Buffer.from('{"articles": [{"body": "The ministers signed."}]}'), 'JSON'],
  [
    'feed.xml',
    Buffer.from('<?xml version="1.0"?><rss><channel><title>Courier</title></channel></rss>'),
    'XML',
  ],
  [
    'library.rdf',
    Buffer.from(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><bib:Article><dc:title>Ferry</dc:title></bib:Article></rdf:RDF>',
    ),
    'RIS, BibTeX or CSL-JSON',
  ],
  [
    'references.xml',
    Buffer.from('<?xml version="1.0"?><xml><records><record/></records></xml>'),
    'RIS, BibTeX or CSL-JSON',
  ],
  [
    'book.fb2',
    Buffer.from(
      `<?xml version="1.0"?><FictionBook><body><section>${'<p>The quay is new.</p>'.repeat(9)}</section></body></FictionBook>`,
    ),
    'EPUB or PDF',
  ],
  [
    'icon.svg',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><text>Quay</text></svg>'),
    'XML',
  ],
  ['site.css', Buffer.from('body { margin: 0 }'), 'left out'],
])('%s is refused by name, with what to do', async (name, content, hint) => {
  const refused = parseFile({ name, bytes: content });
  await expect(refused).rejects.toMatchObject({ code: 'unsupported-format' });
  await expect(refused).rejects.toThrow(new RegExp(`"${name}" .*${hint}`, 'iu'));
});

it.each([
  ['letter.doc', String.raw`{\rtf1 The quay is new.}`, 'rtf'],
  ['page.doc', '<html><body><p>The quay is new.</p></body></html>', 'html'],
  ['prose.json', 'The quay is new.\n\nNobody was surprised.', 'text'],
  ['prose.csv', 'The quay is new, they said.\n\nNobody was surprised.', 'text'],
  ['BMW', 'BMW shares fell on Tuesday, the exchange said.', 'text'],
  ['list.txt', '[1] The quay is new.', 'text'],
])('%s is read for what it is', async (name, text, format) => {
  expect((await parseFile({ name, bytes: Buffer.from(text) })).format).toBe(format);
});

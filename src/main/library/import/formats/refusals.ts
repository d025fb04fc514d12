import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { ErrorCode } from '../../../../shared/model/error-code.ts';
import type { Sample } from './format.ts';
import { wrappedIn } from './mail/cms.ts';
import { isZip, zipHead } from './zip-entries.ts';

/** A kind of file that holds no article Attache can read, and what a person can do about it. */
interface Refusal {
  readonly is: (sample: Sample) => boolean;
  /** Goes on from the file's name: `"notes.doc" is …`. */
  readonly words: string;
  readonly code?: ErrorCode;
}

const latin = (head: Uint8Array, length = 32): string =>
  Buffer.from(head.subarray(0, length)).toString('latin1');

const ending = (...extensions: readonly string[]) => {
  const known = new Set(extensions);
  return ({ extension }: Sample): boolean => known.has(extension);
};
/** No text begins so: the marks of some kinds of files are words, too. */
const isBinary = ({ head }: Sample): boolean => head.subarray(0, 64).includes(0);
const begins =
  (...marks: readonly string[]) =>
  (sample: Sample) =>
    isBinary(sample) && marks.some((mark) => latin(sample.head).startsWith(mark));
/** A container's kind stands behind its first mark: `RIFF` and a length, a length and `ftyp`. */
const kindAt =
  (at: number, ...kinds: readonly string[]) =>
  (sample: Sample) =>
    isBinary(sample) && kinds.some((kind) => latin(sample.head).startsWith(kind, at));
const either =
  (...tests: readonly Refusal['is'][]): Refusal['is'] =>
  (sample) =>
    tests.some((test) => test(sample));
const both =
  (...tests: readonly Refusal['is'][]): Refusal['is'] =>
  (sample) =>
    tests.every((test) => test(sample));
const written = (pattern: RegExp) => (sample: Sample) => pattern.test(sample.text ?? '');
const packed = (pattern: RegExp) => (sample: Sample) =>
  isZip(sample.head) && pattern.test(zipHead(sample.head));

/** What Microsoft's programs wrote before 2007, and Outlook writes still. */
const compoundFile = begins('\xd0\xcf\x11\xe0');

/** Lines parted alike by commas, semicolons or tabs. */
function isTable({ text }: Sample): boolean {
  const lines = (text ?? '').split(/\r\n?|\n/, 4).filter((line) => line.trim() !== '');
  return [',', ';', '\t'].some((mark) => {
    const [first = 0, ...others] = lines.slice(0, 3).map((line) => line.split(mark).length);
    return first > 1 && others.every((count) => count >= first);
  });
}

const pictureNeeds =
  'Attache reads words, not pictures: have its text recognised, save that as PDF or text and import it.';

/** What is said of an encrypted message behind its name. */
export const encryptedWords =
  'is an encrypted message, and Attache has no keys. Open it in your mail program, save what it says as text, and import that.';

/** In the order they are tried; only for files that no format but plain text or ZIP takes. */
const refusals: readonly Refusal[] = [
  {
    is: either(
      written(/^\s*-----BEGIN PGP MESSAGE-----/),
      ({ head }) => wrappedIn(head) === 'enveloped',
    ),
    words: encryptedWords,
    code: 'encrypted-file',
  },
  {
    is: either(
      written(/^\s*-----BEGIN (?:PGP (?:SIGNATURE|P\w+ KEY BLOCK)|CERTIFICATE|PKCS7)-----/),
      ({ head }) => wrappedIn(head) === 'signed',
    ),
    words: 'is a signature or a key and no article. It was left out.',
  },
  {
    is: both(compoundFile, ending('msg', 'oft')),
    words: 'is a message of Outlook (.msg). Save it from a mail program as .eml and import that.',
  },
  {
    is: begins('\x78\x9f\x3e\x22'),
    words:
      'holds what Outlook packed for itself (winmail.dat). Ask for the message again as plain text or HTML, or unpack it, and import what was in it.',
  },
  {
    is: both(compoundFile, ending('xls', 'xlt')),
    words: 'is a spreadsheet. Copy the article out of it, or save it as text, and import that.',
  },
  {
    is: both(compoundFile, ending('ppt', 'pps')),
    words: 'is a presentation. Save it as PDF and import that.',
  },
  {
    is: compoundFile,
    words:
      'is a document of an old kind (.doc). Open it in a word processor, save it as .docx and import that.',
  },
  {
    is: either(packed(/\.iwa/), ending('pages')),
    words: 'is a document of Pages. Export it there as Word (.docx), PDF or EPUB and import that.',
  },
  {
    is: either(begins('bplist00'), ending('webarchive')),
    words:
      'is a web archive of Safari. Open it there, export it as PDF or save its source as .html, and import that.',
  },
  {
    is: either(
      packed(/(?:^|[^a-z])xl\/|opendocument\.spreadsheet/),
      ending('xlsx', 'ods', 'numbers'),
    ),
    words: 'is a spreadsheet. Copy the article out of it, or save it as text, and import that.',
  },
  {
    is: either(packed(/ppt\/|opendocument\.presentation/), ending('pptx', 'odp', 'key')),
    words: 'is a presentation. Save it as PDF and import that.',
  },
  {
    is: either(
      begins('\xff\xd8\xff', '\x89PNG', 'GIF8', 'BM', 'II*\0', 'MM\0*'),
      kindAt(8, 'WEBP'),
      kindAt(4, 'ftyphei', 'ftypmif1', 'ftypavif'),
      ending('jpg', 'jpeg', 'png', 'gif', 'webp', 'heic', 'tif', 'tiff', 'bmp', 'avif', 'djvu'),
    ),
    words: `is a picture. ${pictureNeeds}`,
  },
  {
    is: either(
      begins('ID3', 'OggS', 'fLaC', '\x1aE\xdf\xa3'),
      kindAt(8, 'WAVE', 'AVI '),
      kindAt(4, 'ftyp'),
      ending('mp3', 'mp4', 'm4a', 'm4v', 'mov', 'wav', 'avi', 'mkv', 'webm', 'ogg', 'flac'),
    ),
    words: 'is a recording. Import a transcript of it.',
  },
  {
    is: either(
      begins('Rar!', '7z\xbc\xaf', '\x1f\x8b', '\xfd7zXZ'),
      ending('rar', '7z', 'gz', 'tgz', 'bz2', 'xz', 'tar'),
    ),
    words:
      'is an archive Attache cannot unpack: it opens ZIP only. Unpack it and import the folder.',
  },
  {
    is: ending('mobi', 'azw', 'azw3', 'fb2', 'xps', 'chm'),
    words:
      'is a book in a format Attache does not read. Convert it to EPUB or PDF and import that.',
  },
  {
    is: ending('url', 'webloc', 'desktop', 'lnk'),
    words:
      'holds only an address, and Attache fetches nothing. Open the page in a browser, save it and import that.',
  },
  {
    is: both(ending('csv', 'tsv'), isTable),
    words: 'is a table and no article. Save the articles themselves and import those.',
  },
  {
    is: both(
      ending('json', 'jsonl', 'ndjson', 'geojson', 'csljson', 'map'),
      written(/^\uFEFF?\s*[[{]/),
    ),
    words:
      'holds data (JSON) and no article. Of JSON, Attache reads bibliographies in CSL-JSON; save the articles as text or web pages and import those.',
  },
  {
    is: both(ending('rdf', 'xml', 'enl'), written(/<(?:rdf:RDF|records|xml)[\s>]/)),
    words:
      'is a list of references (XML). Export it as RIS, BibTeX or CSL-JSON where it comes from, as Zotero and EndNote can, and import that.',
  },
  {
    is: written(/^\uFEFF?\s*(?:<\?xml\s|<(?:svg|rdf:RDF|rss|feed|opml|plist|nitf|newsItem)[\s>])/),
    words:
      'holds data (XML) and no article. Open it in the program it belongs to, save the article as text, a web page or a document and import that.',
  },
  {
    is: ending('js', 'mjs', 'cjs', 'css', 'ics', 'vcf'),
    words: 'is no article but a file that a program works with. It was left out.',
  },
];

/** Why a file of this kind is not read, and what to do; null for what may be an article. */
export function refusalOf(name: string, sample: Sample): AttacheError | null {
  const refusal = refusals.find(({ is }) => is(sample));
  return refusal === undefined
    ? null
    : new AttacheError(refusal.code ?? 'unsupported-format', `"${name}" ${refusal.words}`);
}

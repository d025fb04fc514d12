/** Words of a page: their place in points from the lower left, and the letters' size. */
export interface PdfWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Degrees by which the line is turned against the clock. */
  readonly turn?: number;
}

/** The text matrix of words. */
function matrixOf({ x, y, turn = 0 }: PdfWords): string {
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle).toFixed(4), Math.sin(angle).toFixed(4)];
  return `${cos} ${sin} ${turn === 0 ? '0.0000' : `-${sin}`} ${cos} ${x} ${y} Tm`;
}

/** A PDF of pages of words, written into the file in the order given, for tests. */
export function pdfOf(pages: readonly (readonly PdfWords[])[]): Uint8Array {
  const contents = pages.map((words) =>
    words
      .map((line) => `BT /F1 ${line.size ?? 12} Tf ${matrixOf(line)} (${line.text}) Tj ET`)
      .join('\n'),
  );
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + index * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  return fileOf(objects);
}

/** A PDF of one line of text in a font that is not in the file, under a character map's name. */
export function pdfWithoutFont(map: string, hexadecimal: string): Uint8Array {
  const content = `BT /F1 14 Tf 300 700 Td <${hexadecimal}> Tj ET`;
  return fileOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    `<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /${map} /DescendantFonts [6 0 R] >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /Ryumin-Light /Flags 6 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /StemV 80 /CapHeight 700 >>',
  ]);
}

/** A file of these objects, the first of which is the catalogue. */
function fileOf(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = file.length;
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF`;
  return new TextEncoder().encode(file);
}

/** A PDF of one page with the given lines at their heights. */
export const onePagePdf = (lines: readonly (readonly [string, number])[]): Uint8Array =>
  pdfOf([lines.map(([text, y]) => ({ text, x: 72, y }))]);

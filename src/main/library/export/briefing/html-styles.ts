import { footTitle } from './foot-title.ts';

/** A CSS string in which nothing is left that CSS or HTML could take for its own. */
const cssString = (words: string): string =>
  `"${words
    .toWellFormed()
    .replaceAll('\u0000', '')
    .replaceAll(
      /[^\p{L}\p{N}\p{M} ]/gu,
      (mark) => `\\${(mark.codePointAt(0) ?? 0).toString(16)} `,
    )}"`;

/** The title of the document at the foot of each printed page. */
export const printedFoot = (title: string): string =>
  `@page{@bottom-left{content:${cssString(footTitle(title))};font:8pt system-ui,sans-serif;color:#4a4c50}}\n`;

/** The page's own style sheet: a quiet column, quotations in serif, the annex on its own page in print. */
export const styles = `
:root{color-scheme:light dark}
body{margin:0;font:17px/1.6 "Source Serif 4",Georgia,"Noto Serif CJK JP","Hiragino Mincho ProN","Yu Mincho",serif;color:#1a1b1d;background:#fdfdfb}
main{max-width:34em;margin:3em auto;padding:0 1.5em}
h1,h2,h3{line-height:1.25;margin:1.6em 0 .4em}
h1{font-size:1.7em;margin-top:0}h2{font-size:1.15em}h3{font-size:.95em}
p,ul,ol,table,blockquote{margin:.6em 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15em 1em;border:solid #e1e1db;border-width:1px 0;padding:.7em 0;font:14px/1.5 system-ui,sans-serif}
dt{font-weight:600}dd{margin:0}
sup{line-height:0;font-size:.7em;font-weight:600;unicode-bidi:isolate}
a{color:#0b5868}sup a{text-decoration:none}
q{quotes:none}
blockquote{border-inline-start:3px solid #e1e1db;margin-inline:0;padding-inline-start:1em;color:#4a4c50}
mark{background:#fbe6a2;color:#1a1b1d}
table{border-collapse:collapse;width:100%;font-size:.92em;line-height:1.45}td,th{border:solid #c9c9c2;border-width:1px 0;padding:.35em .6em;text-align:start;vertical-align:top}th{background:#f4f4f0}
bdi{overflow-wrap:anywhere}.caps{font-variant:small-caps}
.sources ul{list-style:none;padding:0}.sources li{padding-inline-start:2em;text-indent:-2em;margin:.3em 0}
.notes,.sources,.annex{border-top:1px solid #e1e1db;margin-top:2.5em;font-size:.88em}
.annex p{font:13px/1.5 system-ui,sans-serif;color:#65676b}
li:target,article:target{outline:2px solid #0b5868;outline-offset:4px}
:lang(ja) em,:lang(zh) em,:lang(ko) em,:lang(ar) em,:lang(he) em{font-style:normal;font-weight:600}
@media screen and (prefers-color-scheme:dark){body{color:#e6e4df;background:#1a1b1e}a{color:#6cc3d2}blockquote{color:#b6b6b2;border-color:#2d2f33}.annex p{color:#a9aaa8}dl,.notes,.sources,.annex{border-color:#2d2f33}mark{background:#4a3b12;color:#e6e4df}td,th{border-color:#3a3c41}th{background:#24262a}}
@media print{body{font-size:11pt;color:#000;background:#fff}main{max-width:none;margin:0;padding:0}a{color:inherit}sup{font-weight:400}.annex{break-before:page}h1,h2,h3{break-after:avoid}li,article,tr{break-inside:avoid}thead{display:table-header-group}[role=doc-backlink]{display:none}p{orphans:2;widows:2}}
@page{size:A4;margin:2.2cm;@bottom-right{direction:ltr;content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif;color:#4a4c50}}
`;

/** Radicals that fonts give for the characters they are, where Unicode has no decomposition. */
const radicals: Readonly<Record<string, string>> = {
  '⺀': '冫',
  '⺟': '母',
  '⺠': '民',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻑': '長',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻪': '黾',
  '⻫': '斉',
  '⻬': '齐',
  '⻭': '歯',
  '⻮': '齿',
  '⻯': '竜',
  '⻰': '龙',
  '⻲': '亀',
  '⻳': '龟',
};

/** What TeX's fonts have at places that are control characters elsewhere. */
const ligatures: Readonly<Record<string, string>> = {
  '\u001B': 'ff',
  '\u001C': 'fi',
  '\u001D': 'fl',
  '\u001E': 'ffi',
  '\u001F': 'ffl',
  '\u0010': '“',
  '\u0011': '”',
  '\u0013': '«',
  '\u0014': '»',
  '\u0015': '–',
  '\u0016': '—',
  '\u0088': '•',
};

/** Radicals, Latin ligatures, Arabic letters as they are drawn, forms for vertical lines. */
const drawn = /[\u2E80-\u2FDF\uFB00-\uFB06\uFB50-\uFDF9\uFE10-\uFE19\uFE30-\uFE48\uFE70-\uFEFC]/gu;
const inTex = new RegExp(`[${Object.keys(ligatures).join('')}]`, 'g');

/**
 * The letters a font draws, as people write them: a PDF says which shape stands where, and some
 * programs name the shape (a radical, a ligature, a letter joined to its neighbours) for the letter.
 */
export const asWritten = (text: string): string =>
  text
    .replaceAll(drawn, (letter) => radicals[letter] ?? letter.normalize('NFKC'))
    .replaceAll(inTex, (letter) => ligatures[letter] ?? letter);

/** What browsers, in their languages, call the folder of a page saved with its parts. */
const companion =
  /^(.+)[_-](?:files|dateien|fichiers|archivos|arquivos|ficheiros|file|bestanden|filer|pliki|soubory|tiedostot|dosyalar|ファイル|파일|文件|檔案)$/iu;

const pageEndings = ['html', 'htm', 'xhtml'];

/**
 * True for what lies in the folder that a browser puts beside a saved page for its pictures, scripts
 * and frames: they are of the page and no articles. `names` are the paths of the files around.
 */
export function isCompanion(path: string, names: ReadonlySet<string>): boolean {
  const folders = path.split('/').slice(0, -1);
  return folders.some((folder, depth) => {
    const [, page] = companion.exec(folder) ?? [];
    if (page === undefined) return false;
    const above = folders.slice(0, depth).map((name) => `${name}/`);
    const at = `${above.join('')}${page}`;
    return pageEndings.some((ending) => names.has(`${at}.${ending}`));
  });
}

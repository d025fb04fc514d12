import type { Proposal } from '../../../../shared/model/import.ts';

/** What a line before a text is about; `null` where Attache has no field for it. */
export type HeaderField = Proposal['field'] | null;

/** The labels of such lines, lower case, in the languages they are written in most. */
const labels: readonly (readonly [HeaderField, string])[] = [
  [
    'title',
    'title|headline|titel|titre|título|titulo|titolo|überschrift|заголовок|見出し|タイトル|标题|標題|제목',
  ],
  [
    'container-title',
    'source|outlet|publication|newspaper|magazine|journal|publisher|medium|website|site|quelle|zeitung|journal|fuente|medio|fonte|testata|bron|источник|издание|出典|媒体|掲載紙|来源|來源|媒體|출처|매체',
  ],
  [
    'author',
    'author|authors|byline|by|writer|reporter|autor|autorin|autoren|auteur|autore|автор|著者|執筆|記者|作者|记者|저자|기자',
  ],
  [
    'issued',
    'date|published|publication date|date published|pub date|published on|issued|datum|veröffentlicht|erschienen|date de publication|publié le|fecha|fecha de publicación|publicado|data|pubblicato|дата|опубликовано|日付|掲載日|公開日|日期|发布日期|發布日期|날짜|발행일|게재일',
  ],
  [
    'accessed',
    'accessed|accessed on|access date|date accessed|retrieved|retrieved on|downloaded|saved|clipped|abgerufen|abgerufen am|zugriff|consulté|consulté le|consultado|consultado el|consultato|geraadpleegd|閲覧日|アクセス日|访问日期|存取日期|접속일',
  ],
  [
    'URL',
    'url|link|web|web address|source url|permalink|adresse|enlace|ссылка|リンク|链接|連結|링크',
  ],
  ['language', 'language|lang|sprache|langue|idioma|lingua|язык|言語|语言|語言|언어'],
  ['section', 'section|ressort|rubrique|sección|sezione|раздел|面|版面'],
  ['page', 'page|pages|seite|página|pagina|страница|ページ|页码'],
  ['edition', 'edition|ausgabe|édition|edición|edizione'],
  [
    null,
    'keywords|tags|topic|topics|subject|category|words|word count|length|copyright|rights|location|place|dateline|country|region|doi|id|document id|updated|last updated|modified|subtitle|キーワード|关键词|字数|키워드',
  ],
];

const byLabel = new Map(
  labels.flatMap(([field, names]) => names.split('|').map((name) => [name, field] as const)),
);

/** The field a label is for; undefined where it is none of those known. */
export const fieldLabelled = (label: string): HeaderField | undefined =>
  byLabel.get(
    label
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' ')
      .trim(),
  );

/** Whether any of them may stand in a text: quicker than to look at its lines. */
export const anyLabel = new RegExp(
  String.raw`^[*_#>\s]{0,4}(?:${labels.map(([, names]) => names).join('|')})[*_]{0,2}\s*[:：]`,
  'imu',
);

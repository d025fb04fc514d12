import type { ExportMessages } from './en.ts';

export const he: ExportMessages = {
  header: {
    label: '{label}:',
    asOf: 'נכון ליום',
    sources: 'מקורות',
    counts:
      '{articles, plural, one {מאמר אחד} two {שני מאמרים} other {# מאמרים}}, {origins, plural, one {מקור ראשוני אחד} two {שני מקורות ראשוניים} other {# מקורות ראשוניים}}, {passages, plural, one {קטע אחד} two {שני קטעים} other {# קטעים}}',
    dates: 'תאריכים',
    undated: '{dates}; ללא תאריך: {count}',
    openGaps: 'שאלות פתוחות',
    gaps: '{count}: {first}',
    sentences: 'משפטים',
    coverage: 'עם מקור: {sourced} מתוך {total}, הערכת הכותב: {judgements}, ללא מקור: {unsourced}',
  },
  notes: {
    heading: 'הערות',
    noDate: 'ללא תאריך',
    noSource: 'המקור לא נמצא',
    moved: 'מיקום הקטע במאמר השתנה ולא אושר.',
    orphaned: 'הקטע אבד כאשר המאמר השתנה.',
    deleted: 'הקטע אינו עוד במחברת.',
    missing: 'אין קטע {id}.',
    see: 'ראו הערה {number}.',
    inContext: 'בהקשר: {label}',
    back: 'חזרה לטקסט, הערה {number}',
  },
  annotations: {
    heading: 'סימונים',
    tags: 'תגיות: {tags}',
    lost: 'קטע אבוד: המילים האלה אינן עוד בטקסט.',
  },
  sources: { heading: 'מקורות' },
  evidence: {
    heading: 'ראיות',
    notes: '{count, plural, one {הערה} other {הערות}} {numbers}.',
    note: 'הערה {number}',
    citedIn: 'מצוטט: {notes}',
    supports: 'הקטע תומך במשפט המצטט אותו.',
    contradicts: 'הקטע סותר את המשפט המצטט אותו.',
    qualifies: 'הקטע מסייג את המשפט המצטט אותו.',
    sharedOrigin: 'אותו מקור ראשוני כמו {others}: {name}.',
    online: 'פתיחת הקטע ברשת',
  },
};

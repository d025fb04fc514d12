import type { ExportMessages } from './en.ts';

export const ar: ExportMessages = {
  header: {
    label: '{label}:',
    asOf: 'حتى تاريخ',
    sources: 'المصادر',
    counts:
      '{articles, plural, one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}}، {origins, plural, one {مصدر أصلي واحد} two {مصدران أصليان} few {# مصادر أصلية} many {# مصدرًا أصليًا} other {# مصدر أصلي}}، {passages, plural, one {مقطع واحد} two {مقطعان} few {# مقاطع} many {# مقطعًا} other {# مقطع}}',
    dates: 'التواريخ',
    undated: '{dates}؛ بلا تاريخ: {count}',
    openGaps: 'أسئلة مفتوحة',
    gaps: '{count}: {first}',
    sentences: 'الجمل',
    coverage:
      'مسندة إلى مصدر: {sourced} من {total}، تقدير الكاتب: {judgements}، بلا مصدر: {unsourced}',
  },
  notes: {
    heading: 'الهوامش',
    noDate: 'د.ت',
    noSource: 'لم يُعثر على المصدر',
    moved: 'تغيّر موضع المقطع في المقال ولم يُؤكَّد بعد.',
    orphaned: 'فُقد المقطع عندما تغيّر المقال.',
    deleted: 'لم يعد المقطع موجودًا في الدفتر.',
    missing: 'لا يوجد مقطع {id}.',
    see: 'انظر الهامش {number}.',
    inContext: 'في السياق: {label}',
    back: 'العودة إلى النص، الهامش {number}',
  },
  annotations: {
    heading: 'التعليقات التوضيحية',
    tags: 'الوسوم: {tags}',
    lost: 'مقطع مفقود: لم تعد هذه الكلمات في النص.',
  },
  sources: { heading: 'المصادر' },
  evidence: {
    heading: 'الأدلة',
    notes: '{count, plural, one {الهامش} other {الهوامش}} {numbers}.',
    note: 'الهامش {number}',
    citedIn: 'مذكور في {notes}',
    supports: 'يؤيد الجملة التي تستشهد به.',
    contradicts: 'يناقض الجملة التي تستشهد به.',
    qualifies: 'يقيّد الجملة التي تستشهد به.',
    sharedOrigin: 'المصدر الأصلي نفسه مع {others}: {name}.',
    online: 'فتح المقطع على الإنترنت',
  },
};

import type { ExportMessages } from './en.ts';

export const ja: ExportMessages = {
  header: {
    label: '{label}：',
    asOf: '作成日',
    sources: '出典',
    counts: '記事{articles}件、情報源{origins}件、引用箇所{passages}件',
    dates: '日付',
    undated: '{dates}（日付なし{count}件）',
    openGaps: '未解明の点',
    gaps: '{count}件：{first}',
    sentences: '文',
    coverage: '全{total}文のうち出典あり{sourced}、筆者の判断{judgements}、出典なし{unsourced}',
  },
  notes: {
    heading: '注',
    noDate: '日付なし',
    noSource: '出典不明',
    moved: 'この箇所は記事の中で位置が変わり、確認されていません。',
    orphaned: 'この箇所は記事の変更によって失われました。',
    deleted: 'この箇所はノートから削除されています。',
    missing: '箇所{id}は存在しません。',
    inContext: '前後の文脈：{label}',
    back: '本文に戻る（注{number}）',
  },
  sources: { heading: '出典一覧' },
  evidence: {
    heading: '根拠資料',
    notes: '注{numbers}。',
    note: '注{number}',
    citedIn: '引用：{notes}',
    supports: '引用した文を裏づける。',
    contradicts: '引用した文と食い違う。',
    qualifies: '引用した文に留保を加える。',
    sharedOrigin: '{others}と同じ情報源：{name}。',
    online: 'この箇所をオンラインで開く',
  },
};

import type { ExportMessages } from './en.ts';

export const zh: ExportMessages = {
  header: {
    label: '{label}：',
    asOf: '截至',
    sources: '来源',
    counts: '文章{articles}篇，原始出处{origins}个，引文{passages}处',
    dates: '日期',
    undated: '{dates}（日期不详{count}篇）',
    openGaps: '待查问题',
    gaps: '{count}个：{first}',
    sentences: '句子',
    coverage: '共{total}句，有来源{sourced}句，作者判断{judgements}句，无来源{unsourced}句',
  },
  notes: {
    heading: '注释',
    noDate: '日期不详',
    noSource: '未找到来源',
    moved: '该引文在文章中的位置已变，尚未确认。',
    orphaned: '文章改动后该引文已丢失。',
    deleted: '该引文已不在笔记中。',
    missing: '没有引文{id}。',
    inContext: '上下文：{label}',
    back: '返回正文，注{number}',
  },
  sources: { heading: '来源列表' },
  evidence: {
    heading: '证据',
    notes: '注{numbers}。',
    note: '注{number}',
    citedIn: '引用于：{notes}',
    supports: '支持引用它的句子。',
    contradicts: '与引用它的句子相矛盾。',
    qualifies: '对引用它的句子有所限定。',
    sharedOrigin: '与{others}出自同一来源：{name}。',
    online: '在线打开该处',
  },
};

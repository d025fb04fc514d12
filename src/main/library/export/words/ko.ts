import type { ExportMessages } from './en.ts';

export const ko: ExportMessages = {
  header: {
    label: '{label}:',
    asOf: '작성일',
    sources: '출처',
    counts: '기사 {articles}건, 최초 출처 {origins}건, 인용 구절 {passages}건',
    dates: '날짜',
    undated: '{dates} (날짜 없음 {count}건)',
    openGaps: '미확인 사항',
    gaps: '{count}건: {first}',
    sentences: '문장',
    coverage:
      '전체 {total}문장 중 출처 있음 {sourced}, 작성자 판단 {judgements}, 출처 없음 {unsourced}',
  },
  notes: {
    heading: '주',
    noDate: '날짜 없음',
    noSource: '출처를 찾을 수 없음',
    moved: '이 구절은 기사 안에서 위치가 바뀌었으며 확인되지 않았습니다.',
    orphaned: '이 구절은 기사가 바뀌면서 없어졌습니다.',
    deleted: '이 구절은 더 이상 노트에 없습니다.',
    missing: '구절 {id}이(가) 없습니다.',
    see: '주 {number} 참조.',
    inContext: '문맥 보기: {label}',
    back: '본문으로 돌아가기, 주 {number}',
  },
  annotations: {
    heading: '주석 목록',
    tags: '태그: {tags}',
    lost: '사라진 구절: 이 말은 본문에 더 이상 없습니다.',
  },
  sources: { heading: '출처 목록' },
  evidence: {
    heading: '근거 자료',
    notes: '주 {numbers}.',
    note: '주 {number}',
    citedIn: '인용: {notes}',
    supports: '인용한 문장을 뒷받침함.',
    contradicts: '인용한 문장과 어긋남.',
    qualifies: '인용한 문장에 단서를 붙임.',
    sharedOrigin: '{others}와(과) 같은 최초 출처: {name}.',
    online: '온라인에서 이 구절 열기',
  },
};

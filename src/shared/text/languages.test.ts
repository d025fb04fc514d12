import { describe, expect, it } from 'vitest';
import { MentionFinder } from './names/mentions.ts';
import { proposeStatements } from './speakers/propose-statements.ts';

/** One report in many languages, its people invented. */
interface Case {
  readonly language: string;
  readonly text: string;
  readonly people: readonly string[];
  /** How they are named, in order. */
  readonly mentions: readonly string[];
  /** Who says each statement, by index, in order. */
  readonly speakers: readonly number[];
}

const cases: readonly Case[] = [
  {
    language: 'fr',
    text: 'Le ministre des Affaires étrangères Étienne de la Brosse a reçu lundi Mme Solène Kerguidu. « Nous resterons à la table », a déclaré M. de la Brosse. Selon Mme Kerguidu, « rien n’est signé ». L’entourage d’Étienne de la Brosse n’a pas répondu. De la Brosse partira mardi. D’après Kerguidu, c’est trop tard.',
    people: ['Étienne de la Brosse', 'Solène Kerguidu'],
    mentions: [
      'Étienne de la Brosse',
      'Solène Kerguidu',
      'de la Brosse',
      'Kerguidu',
      'Étienne de la Brosse',
      'De la Brosse',
      'Kerguidu',
    ],
    speakers: [0, 1, 1],
  },
  {
    language: 'de',
    text: 'Bundesminister Jürgen von der Aue traf am Montag Frau Dr. Heike Lüttwitz. „Wir bleiben am Tisch“, sagte von der Aue. „Es ist nichts unterschrieben“, so Lüttwitz. Von der Aues Sprecher schwieg; Lüttwitz’ Büro ebenso. Nach Angaben von Lüttwitz geht es weiter. Herr von der Aue reist ab.',
    people: ['Jürgen von der Aue', 'Heike Lüttwitz'],
    mentions: [
      'Jürgen von der Aue',
      'Heike Lüttwitz',
      'von der Aue',
      'Lüttwitz',
      'Von der Aues',
      'Lüttwitz',
      'Lüttwitz',
      'von der Aue',
    ],
    speakers: [0, 1],
  },
  {
    language: 'es',
    text: 'El ministro Álvaro Peñuela Ríos recibió el lunes a la embajadora María del Carmen Ozores. «Seguiremos en la mesa», dijo Peñuela. «No hay nada firmado», afirmó Ozores. Según Peñuela Ríos, el acuerdo llegará. El señor Peñuela viajará; la señora Ozores no.',
    people: ['Álvaro Peñuela Ríos', 'María del Carmen Ozores'],
    mentions: [
      'Álvaro Peñuela Ríos',
      'María del Carmen Ozores',
      'Peñuela',
      'Ozores',
      'Peñuela Ríos',
      'Peñuela',
      'Ozores',
    ],
    speakers: [0, 1, 0],
  },
  {
    language: 'it',
    text: 'Il ministro Gaspare D’Alvino ha incontrato lunedì l’ambasciatrice Ornella della Rovina. «Restiamo al tavolo», ha detto D’Alvino. «Niente è firmato», ha affermato della Rovina. Secondo D’Alvino l’accordo verrà. L’on. Della Rovina parte.',
    people: ['Gaspare D’Alvino', 'Ornella della Rovina'],
    mentions: [
      'Gaspare D’Alvino',
      'Ornella della Rovina',
      'D’Alvino',
      'della Rovina',
      'D’Alvino',
      'Della Rovina',
    ],
    speakers: [0, 1, 0],
  },
  {
    language: 'pt',
    text: 'O ministro João Batista dos Reis Couto recebeu na segunda-feira a embaixadora Inês Vilhena. “Ficamos à mesa”, disse Couto. “Nada está assinado”, afirmou Vilhena. Segundo dos Reis Couto, o acordo virá. A senhora Vilhena parte.',
    people: ['João Batista dos Reis Couto', 'Inês Vilhena'],
    mentions: [
      'João Batista dos Reis Couto',
      'Inês Vilhena',
      'Couto',
      'Vilhena',
      'dos Reis Couto',
      'Vilhena',
    ],
    speakers: [0, 1, 0],
  },
  {
    language: 'ru',
    text: 'Министр иностранных дел Аркадий Верховцев встретился в понедельник с Ольгой Нежиной. «Мы остаёмся за столом», — сказал Верховцев. «Ничего не подписано», — заявила Нежина. По словам Верховцева, соглашение будет. Аркадий Львович Верховцев уезжает. А. Л. Верховцев и О. Нежина молчали.',
    people: ['Аркадий Верховцев', 'Ольга Нежина'],
    mentions: [
      'Аркадий Верховцев',
      'Ольгой Нежиной',
      'Верховцев',
      'Нежина',
      'Верховцева',
      'Аркадий Львович Верховцев',
      'А. Л. Верховцев',
      'О. Нежина',
    ],
    speakers: [0, 1, 0],
  },
  {
    language: 'uk',
    text: 'Міністр закордонних справ Остап Вербенко зустрівся в понеділок з Оленою Гайською. «Ми залишаємося за столом», — сказав Вербенко. «Нічого не підписано», — заявила Гайська. За словами Вербенка, угода буде. Гайську чекають у Львові.',
    people: ['Остап Вербенко', 'Олена Гайська'],
    mentions: ['Остап Вербенко', 'Оленою Гайською', 'Вербенко', 'Гайська', 'Вербенка', 'Гайську'],
    speakers: [0, 1, 0],
  },
  {
    language: 'ar',
    text: 'التقى وزير الخارجية سامر بن يوسف الهاشمي يوم الاثنين السفيرة ليلى المنصوري. وقال الهاشمي: «سنبقى على الطاولة». وأضافت المنصوري: «لم يوقع شيء». وبحسب الهاشمي فإن الاتفاق قادم.',
    people: ['سامر بن يوسف الهاشمي', 'ليلى المنصوري'],
    mentions: ['سامر بن يوسف الهاشمي', 'ليلى المنصوري', 'الهاشمي', 'المنصوري', 'الهاشمي'],
    speakers: [0, 1],
  },
  {
    language: 'tr',
    text: 'Dışişleri Bakanı Tuğrul Işıkçı pazartesi günü Büyükelçi Şebnem Öztekin’le görüştü. “Masada kalacağız” dedi Işıkçı. Öztekin, “Hiçbir şey imzalanmadı” dedi. Işıkçı’ya göre anlaşma gelecek. Öztekin’in sözcüsü konuşmadı.',
    people: ['Tuğrul Işıkçı', 'Şebnem Öztekin'],
    mentions: ['Tuğrul Işıkçı', 'Şebnem Öztekin', 'Işıkçı', 'Öztekin', 'Işıkçı', 'Öztekin'],
    speakers: [0, 1],
  },
  {
    language: 'vi',
    text: 'Bộ trưởng Ngoại giao Lương Quốc Bảo đã gặp bà Trịnh Thị Hạnh hôm thứ Hai. “Chúng tôi vẫn ngồi lại”, ông Bảo nói. Bà Hạnh cho biết: “Chưa có gì được ký”. Theo ông Lương Quốc Bảo, thỏa thuận sẽ đến.',
    people: ['Lương Quốc Bảo', 'Trịnh Thị Hạnh'],
    mentions: ['Lương Quốc Bảo', 'Trịnh Thị Hạnh', 'Bảo', 'Hạnh', 'Lương Quốc Bảo'],
    speakers: [0, 1],
  },
  {
    language: 'id',
    text: 'Menteri Luar Negeri Bambang Sutarjo bertemu Duta Besar Ratna Wulandari pada Senin. “Kami tetap di meja,” kata Bambang. “Belum ada yang ditandatangani,” ujar Ratna. Menurut Sutarjo, kesepakatan akan tercapai. Presiden Sukmono hadir.',
    people: ['Bambang Sutarjo', 'Ratna Wulandari'],
    mentions: ['Bambang Sutarjo', 'Ratna Wulandari', 'Bambang', 'Ratna', 'Sutarjo'],
    speakers: [0, 1, 0],
  },
  {
    language: 'ko',
    text: '외교부 장관 정하늘은 월요일 류보라 대사와 만났다. 정 장관은 “우리는 자리를 지키겠다”고 말했다. 류 대사는 “아직 서명된 것은 없다”고 밝혔다. 정하늘 장관에 따르면 합의가 나올 것이다. 류보라 씨는 떠났다. 류보라님께서 오셨다.',
    people: ['정하늘', '류보라'],
    mentions: ['정하늘', '류보라', '정', '류', '정하늘', '류보라', '류보라'],
    speakers: [0, 1],
  },
  {
    language: 'ja',
    text: '外務大臣の秋庭涼介氏は月曜日、森脇ひかる大使と会談した。秋庭氏は「席を立たない」と述べた。森脇大使は「まだ署名していない」と語った。秋庭外相によると、合意は近い。',
    people: ['秋庭涼介', '森脇ひかる'],
    mentions: ['秋庭涼介', '森脇ひかる', '秋庭', '森脇', '秋庭'],
    speakers: [0, 1],
  },
  {
    language: 'zh',
    text: '外交部长卢子谦星期一会见了大使贺兰芝。卢子谦表示：“我们不会离开谈判桌。”贺兰芝说：“什么都没有签。”卢部长指出，协议会来的。贺大使随后离开。主席卢子谦出席。',
    people: ['卢子谦', '贺兰芝'],
    mentions: ['卢子谦', '贺兰芝', '卢子谦', '贺兰芝', '卢', '贺', '卢子谦'],
    speakers: [0, 1],
  },
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

describe.each(cases)('in $language', ({ language, text, people, mentions, speakers }) => {
  const found = read(language, text, people);

  it('people are found as they are called', () => {
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(mentions);
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

/** A text, and the encodings that texts of its language come in. */
interface Sample {
  readonly text: string;
  readonly encodings: readonly string[];
}

const western = ['windows-1252', 'iso-8859-15', 'macintosh'];
const central = ['windows-1250', 'iso-8859-2'];
const cyrillic = ['windows-1251', 'koi8-u', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'];
const baltic = ['windows-1257', 'iso-8859-13'];

/** One story in many languages, written for this test. */
export const samples: Readonly<Record<string, Sample>> = {
  german: {
    encodings: western,
    text: 'Die Behörde erklärte am Dienstag, die Fähre könne frühestens im März wieder fahren. „Über die Gründe wurde nicht gesprochen“, hieß es. Der Kapitän äußerte sich zunächst nicht. Die Verhandlungen über die Löhne dauern an. Im Hafen lagen am Abend noch fünf Schiffe. Größere Schäden gab es nicht. Für die Gäste wurden Züge bestellt.',
  },
  french: {
    encodings: western,
    text: 'Le conseil du port a décidé mardi de repousser la reprise du service. « Les négociations ont été très difficiles », a expliqué le maire à la presse. Les familles des marins s’y étaient opposées dès l’été dernier. Après plusieurs années de débats, la liaison ne rouvrira qu’au printemps. Le préfet a reçu une délégation dès le lendemain.',
  },
  spanish: {
    encodings: western,
    text: 'La junta del puerto decidió el martes aplazar la reanudación del servicio. El alcalde señaló que la negociación continuará mañana y que habrá más información el año próximo. Según los vecinos, la situación está peor que en los años anteriores. ¿Qué pasará después? Nadie respondió en la reunión. La compañía pidió perdón por los daños.',
  },
  swedish: {
    encodings: western,
    text: 'Hamnstyrelsen beslöt på tisdagen att skjuta upp återöppnandet av färjelinjen. Borgmästaren sade att förhandlingarna fortsätter på måndag. Besättningarnas familjer är emot. Åtta fartyg låg kvar vid kajen på kvällen. Även länsstyrelsen väntar på svar från rederiet. Frågan är svår, tillade hon.',
  },
  english: {
    encodings: ['windows-1252', 'macintosh'],
    text: 'The board met on Tuesday and put off the vote. It “voted” — twice — on the crossing, said Zoë. The mayor’s café stayed open. Nobody sailed that night, and the company hasn’t answered. A meeting is planned for Wednesday; the workers’ union will be there. Damage is put at £3 million.',
  },
  polish: {
    encodings: central,
    text: 'Rada portu postanowiła we wtorek odłożyć wznowienie połączenia. Burmistrz oświadczył, że rozmowy potrwają jeszcze miesiąc. Rodziny marynarzy są temu przeciwne. Żaden ze statków nie wypłynął wieczorem. Związkowcy zapowiedzieli następną manifestację. Źródła zbliżone do spółki mówią o dużych stratach. Pieniądze mają przyjść później.',
  },
  czech: {
    encodings: central,
    text: 'Rada přístavu v úterý rozhodla, že obnovení trajektu odloží. Starosta řekl, že jednání potrvají ještě měsíc. Rodiny námořníků jsou proti. Žádná loď večer nevyplula. Dělníci příští den uspořádali shromáždění. Škody zatím nikdo nevyčíslil. Úřad čeká na zprávu společnosti a chce ji zveřejnit.',
  },
  hungarian: {
    encodings: central,
    text: 'A kikötő tanácsa kedden úgy döntött, hogy elhalasztja a kompjárat újraindítását. A polgármester szerint a tárgyalások még egy hónapig tartanak. A tengerészek családjai ellenzik a döntést. Este egyetlen hajó sem futott ki. A munkások másnap gyűlést tartottak. Később több részletet is közölni fognak. Az őszi menetrend még készül.',
  },
  croatian: {
    encodings: central,
    text: 'Uprava luke odlučila je u utorak odgoditi ponovno otvaranje trajektne linije. Gradonačelnik je rekao da će pregovori trajati još mjesec dana. Obitelji pomoraca protive se toj odluci. Nijedan brod navečer nije isplovio. Radnici su sljedećeg dana održali skup. Šteta još nije procijenjena. Žele što više riješiti do proljeća.',
  },
  russian: {
    encodings: cyrillic,
    text: 'Совет порта во вторник решил отложить возобновление паромного сообщения. Мэр заявил, что переговоры продлятся ещё месяц. Семьи моряков выступают против этого решения. Вечером ни одно судно не вышло в море. На следующий день рабочие провели собрание. Юристы компании пока не ответили на вопросы. Полиция сообщила, что жертв нет.',
  },
  ukrainian: {
    encodings: ['windows-1251', 'koi8-u', 'iso-8859-5', 'x-mac-cyrillic'],
    text: 'Рада порту у вівторок вирішила відкласти відновлення поромного сполучення. Мер заявив, що переговори триватимуть ще місяць. Родини моряків виступають проти цього рішення. Увечері жодне судно не вийшло в море. Наступного дня робітники провели збори. Її голова обіцяла відповісти пізніше. Є надія, що спір скоро владнають.',
  },
  bulgarian: {
    encodings: cyrillic,
    text: 'Съветът на пристанището реши във вторник да отложи възобновяването на ферибота. Кметът заяви, че преговорите ще продължат още един месец. Семействата на моряците са против решението. Вечерта нито един кораб не излезе в морето. На другия ден работниците проведоха събрание. Щетите още не са оценени.',
  },
  serbian: {
    encodings: ['windows-1251', 'iso-8859-5', 'x-mac-cyrillic'],
    text: 'Савет луке је у уторак одлучио да одложи поновно отварање трајектне линије. Градоначелник је рекао да ће преговори трајати још месец дана. Породице морнара су против те одлуке. Ниједан брод увече није испловио. Радници су сутрадан одржали скуп. Штета још није процењена. Људи чекају вест.',
  },
  greek: {
    encodings: ['windows-1253', 'iso-8859-7'],
    text: 'Το συμβούλιο του λιμανιού αποφάσισε την Τρίτη να αναβάλει την επανέναρξη του δρομολογίου. Ο δήμαρχος δήλωσε ότι οι συνομιλίες θα διαρκέσουν ακόμη έναν μήνα. Οι οικογένειες των ναυτικών αντιδρούν. Κανένα πλοίο δεν βγήκε το βράδυ στη θάλασσα. Οι εργάτες έκαναν συγκέντρωση την επόμενη μέρα.',
  },
  turkish: {
    encodings: ['windows-1254'],
    text: 'Liman kurulu salı günü feribot seferlerinin yeniden başlamasını ertelemeye karar verdi. Belediye başkanı görüşmelerin bir ay daha süreceğini söyledi. Denizcilerin aileleri bu karara karşı çıkıyor. Akşam hiçbir gemi denize açılmadı. İşçiler ertesi gün toplantı yaptı. Şirket henüz açıklama yapmadı. Zararın büyüklüğü bilinmiyor.',
  },
  hebrew: {
    encodings: ['windows-1255'],
    text: 'מועצת הנמל החליטה ביום שלישי לדחות את חידוש קו המעבורת. ראש העיר אמר שהשיחות יימשכו עוד חודש. משפחות הימאים מתנגדות להחלטה. בערב לא יצאה אף ספינה לים. הפועלים קיימו למחרת אסיפה. החברה עדיין לא השיבה לשאלות. הנזק טרם נאמד.',
  },
  arabic: {
    encodings: ['windows-1256', 'iso-8859-6'],
    text: 'قرر مجلس الميناء يوم الثلاثاء تأجيل استئناف خط العبارة. وقال رئيس البلدية إن المفاوضات ستستمر شهرا آخر. وتعارض عائلات البحارة هذا القرار. ولم تخرج أي سفينة إلى البحر في المساء. وعقد العمال اجتماعا في اليوم التالي. ولم تجب الشركة عن الأسئلة بعد.',
  },
  lithuanian: {
    encodings: baltic,
    text: 'Uosto taryba antradienį nusprendė atidėti kelto reisų atnaujinimą. Meras sakė, kad derybos truks dar mėnesį. Jūreivių šeimos tam prieštarauja. Vakare nė vienas laivas neišplaukė į jūrą. Darbininkai kitą dieną surengė susirinkimą. Žala dar neįvertinta. Įmonė kol kas į klausimus neatsakė. Šią žiemą bus sunku.',
  },
  latvian: {
    encodings: baltic,
    text: 'Ostas padome otrdien nolēma atlikt prāmja satiksmes atjaunošanu. Mērs teica, ka sarunas ilgs vēl mēnesi. Jūrnieku ģimenes ir pret šo lēmumu. Vakarā neviens kuģis neizgāja jūrā. Strādnieki nākamajā dienā rīkoja sapulci. Uzņēmums pagaidām uz jautājumiem nav atbildējis. Zaudējumi vēl nav aplēsti.',
  },
  estonian: {
    encodings: ['windows-1257', 'windows-1252'],
    text: 'Sadama nõukogu otsustas teisipäeval praamiliini taasavamise edasi lükata. Linnapea ütles, et läbirääkimised kestavad veel kuu aega. Meremeeste perekonnad on otsuse vastu. Õhtul ei läinud ükski laev merele. Töölised pidasid järgmisel päeval koosoleku. Kahju pole veel hinnatud. Ettevõte küsimustele ei vastanud.',
  },
  vietnamese: {
    encodings: ['windows-1258'],
    text: 'Hội đồng cảng hôm thứ ba đã quyết định hoãn việc mở lại tuyến phà. Thị trưởng nói rằng cuộc đàm phán sẽ kéo dài thêm một tháng. Gia đình các thủy thủ phản đối quyết định này. Buổi tối không có con tàu nào ra khơi. Công nhân đã họp vào ngày hôm sau. Công ty vẫn chưa trả lời các câu hỏi.',
  },
  thai: {
    encodings: ['windows-874'],
    text: 'คณะกรรมการท่าเรือตัดสินใจเมื่อวันอังคารให้เลื่อนการเปิดเส้นทางเรือข้ามฟากอีกครั้ง นายกเทศมนตรีกล่าวว่าการเจรจาจะดำเนินต่อไปอีกหนึ่งเดือน ครอบครัวของลูกเรือคัดค้านมตินี้ ตอนเย็นไม่มีเรือลำใดออกทะเล วันรุ่งขึ้นคนงานได้จัดการประชุม บริษัทยังไม่ตอบคำถามใด ๆ',
  },
  japanese: {
    encodings: ['shift_jis', 'euc-jp', 'iso-2022-jp', 'utf-16le', 'utf-16be'],
    text: '理事会は火曜日、航路の再開を先送りすることを決めた。乗組員の家族は反対している。市長は「交渉はあと一か月続く」と話した。夕方に出港した船は一隻もなかった。翌日、労働者たちは集会を開いた。会社はまだ質問に答えていない。フェリーの損害は分かっていないという。',
  },
  simplified: {
    encodings: ['gb18030', 'utf-16le'],
    text: '董事会星期二决定推迟恢复航线。船员家属表示反对，市长说，谈判还要一个月。码头工人第二天举行了集会。当晚没有一艘船出海。公司还没有回答记者的问题。损失有多大，现在谁也不知道。警方说，没有人受伤，道路已经重新开放。',
  },
  traditional: {
    encodings: ['big5', 'gb18030'],
    text: '董事會星期二決定延後恢復航線。船員家屬表示反對，市長說，談判還要一個月。碼頭工人第二天舉行了集會。當晚沒有一艘船出海。公司還沒有回答記者的問題。損失有多大，現在誰也不知道。警方說，沒有人受傷，道路已經重新開放。',
  },
  korean: {
    encodings: ['euc-kr', 'utf-16le'],
    text: '이사회는 화요일에 항로 재개를 미루기로 했다. 선원 가족들은 반대했고 시장은 협상이 한 달 더 걸린다고 말했다. 저녁에 바다로 나간 배는 한 척도 없었다. 노동자들은 다음 날 집회를 열었다. 회사는 아직 질문에 답하지 않았다. 피해가 얼마나 되는지는 알려지지 않았다.',
  },
};

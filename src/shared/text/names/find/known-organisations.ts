const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/**
 * Organisations that news names without saying what they are, written for Attache from common
 * knowledge: agencies and papers, bodies of states and between states, armed groups, companies.
 * Folded words joined by hyphens, an article left out.
 */
const names = set(`
  reuters agence-france-presse associated-press xinhua yonhap kyodo jiji interfax tass itar-tass
  ria-novosti bloomberg ansa anadolu al-jazeera al-arabiya new-york-times washington-post
  wall-street-journal financial-times guardian le-monde el-pais der-spiegel asahi-shimbun
  yomiuri-shimbun nikkei haaretz economist newsweek times-of-london telegraph usa-today
  los-angeles-times people's-daily global-times pravda izvestia united-nations unesco unicef
  unhcr world-bank world-trade-organization world-health-organization nato european-union
  european-commission european-parliament european-council european-central-bank asean
  african-union arab-league opec interpol red-cross international-criminal-court mercosur brics
  organization-for-security-and-cooperation-in-europe
  organisation-for-security-and-cooperation-in-europe organization-of-american-states
  shanghai-cooperation-organization security-council general-assembly pentagon kremlin
  white-house downing-street blue-house elysee state-department justice-department
  defense-department treasury-department homeland-security department-of-homeland-security
  capitol-hill congress senate house-of-representatives house-of-commons house-of-lords
  supreme-court high-court constitutional-court parliament knesset duma state-duma bundestag
  bundesrat bundeswehr diet politburo central-committee state-council national-assembly
  federal-reserve bank-of-japan bank-of-england bundesbank people's-bank-of-china wall-street
  mossad shin-bet secret-service coast-guard marine-corps army navy air-force royal-navy
  revolutionary-guards revolutionary-guard republican-guard peshmerga red-army
  people's-liberation-army workers-party-of-korea communist-party labour-party labor-party
  conservative-party liberal-democratic-party democratic-party republican-party green-party likud
  fatah hamas hezbollah hizbollah hizbullah islamic-jihad taliban al-qaeda al-qaida al-shabaab
  boko-haram islamic-state daesh muslim-brotherhood houthis sinn-fein tamil-tigers khmer-rouge
  viet-cong baath kuomintang amnesty-international human-rights-watch greenpeace
  doctors-without-borders oxfam wikileaks google microsoft facebook twitter apple intel oracle
  cisco samsung sony toyota honda nissan hyundai ford-motor general-motors general-electric
  volkswagen volvo renault peugeot siemens nokia ericsson boeing airbus lockheed-martin raytheon
  exxon exxonmobil chevron shell-oil royal-dutch-shell gazprom rosneft lukoil aramco sinopec
  petrobras wal-mart walmart goldman-sachs morgan-stanley jpmorgan jp-morgan-chase citigroup
  merrill-lynch lehman-brothers barclays deutsche-bank credit-suisse huawei tencent alibaba baidu
  softbank mitsubishi sumitomo mitsui panasonic hitachi toshiba nasdaq dow-jones
  standard-and-poor's moody's fifa uefa olympic-committee harvard stanford yale princeton
  scotland-yard vatican-bank lufthansa aeroflot air-france british-airways japan-airlines pfizer
  astrazeneca novartis roche bayer nestle unilever coca-cola pepsico starbucks mcdonald's`);

/** The same, for those that are another word when they are not in capitals. */
const acronyms = set(`
  afp kcna irna bbc cnn nbc cbs npr pbs msnbc nhk cctv cgtn un unrwa iaea imf wto eu ecb osce icc
  fbi cia nsa fema faa fda epa fcc sec irs mi5 mi6 kgb fsb gru isi plo isis isil farc eta ira pkk
  ypg ltte ibm hsbc zte nba nfl nhl mlb ncaa ioc wada mit dpa oecd g7 g8 g20 quad aukus ecowas
  ria isaf`);

/** True for names that lists know as organisations. */
export function isKnownOrganisation(name: string): boolean {
  const joined = name
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('.', '')
    .replaceAll(/\s+/gu, '-');
  return names.has(joined) || (acronyms.has(joined) && name === name.toUpperCase());
}

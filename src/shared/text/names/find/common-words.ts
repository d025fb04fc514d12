/**
 * Frequent English nouns and adjectives that are rarely anybody's surname, written for Attache from
 * common knowledge. A name made of them is a firm, a programme or a place: "Home Depot". Folded.
 */
const common: ReadonlySet<string> = new Set(
  `access account action active advanced affairs age agenda agreement agriculture aid air airport
  all alternative american animal annual app arena arts asset assistance atomic auto aviation
  back band banking base basin basketball beauty beer benefit big biological birth blood blue
  board boat body bomb bottle box boy boys brain bread breakfast bridge broadcast budget building
  bus business buy cable café capital car cargo cell census central chain challenge charity
  chemistry child children choice cigarette circle circuit citizen citizens city civil class
  clean clear climate clinical clock cloud coal coast code coffee cold collection color colonial
  comedy comfort comic commerce commercial common community complex computer concept concert
  concern conflict congress connection conservation consumer contact content contract cool core
  cost country craft creative credit crime criminal crisis crude culture cultural currency custom
  customs cycle dairy danger data date days dear death debt deep defense delta democracy
  democratic design desk development device diet digital dinner direct director disaster
  discovery disease district doctor dollar domestic door double dragon dream drive drug drugs dry
  dual dust dynamic eagle eagles earth east economic economy edge edition education effect
  election electric electronic element emergency empire employee employment empty energy engine
  engineering engineers enterprise environment environmental equal equality equity error estate
  event evidence evil exchange executive exhibition experience explorer export express extra face
  fact factory fall family farmers fashion fast father fear feature federal feed festival fiction
  fiber fifth fight fighter file film final finance financial fire fish fishing fitness flag
  flight floor food foods football foreign form formula fortune fourth frame free freedom fresh
  friend friends front fruit fuel full fun fund future galaxy gallery gambling game games gap
  garden gardens gas gate general geographic giant gift girl girls global goal god golf government grain
  grand great green grid ground growth gulf gun gym hair hard harvest health healthcare healthy
  heat heavy hero high highway history hit holiday holy home homes homeland honor horizon horse
  hospital hot hour housing human humanitarian hunger hurricane ice idea image immigration
  imperial import income independence independent index indian industrial industry information
  initiative inner insight insurance integrated intelligence interest interior internal internet
  investment investor investors iron island jet job jobs joint judicial junior kid kids kitchen
  knowledge labor lab land language large laser last law leader leadership leading league
  learning legal leisure lens letter liberal liberation liberty library life light lightning line
  liquid list literary live living loan local logic lunar lunch machine mail main male man
  managed management manual map marine maritime market marketing markets mart mass master match
  material math matter meal meat medal media medical medicine medium memorial memory men mental
  metal metro middle military milk mind mineral mining mini minority mobile mode model modern
  money monster moral morning mortgage mother motion motor mountain mouth move movie movies multi
  municipal muscle music mutual mystery national native natural nature naval near network neutral
  new news next night northern nuclear number nurse nurses nutrition ocean office official oil
  old olympic one open operation opera optical option orange order organic original outdoor outer
  oxygen pacific package panel paper parent parents party passport past path patient patriot
  payment peace pension people peoples performance permanent personal personnel petroleum phone
  photo physical piano picture pilot pink pipeline pizza plain plan plane planet planned planning
  plant plastic plate platform platinum play player players pleasure pocket poetry point police policy
  political pop popular population port portrait postal poverty powder practical premier premium
  press prevention previous pride primary prime print prison private pro product production products
  professional profit program progress progressive project property protection protein protestant
  public publishing pulp pulse pump pure quality quantum quarter quest race racing radar radio
  rail railroad railway rally range rapid rate raw ready real reality rebel record recovery red
  reform refugee refugees region regional relations relief religion religious renewable rescue
  reserve reserves residential resistance resort resource resources response rest restaurant
  retail retirement revenue review revolution revolutionary rhythm right rights rim risk river
  road rocket roman room route royal rubber rugby rule rural safe safety sales sanctuary
  satellite saturday sauce savings scene school science scientific screen sea seafood season
  second secret sector security self senior sense series service sex shadow shared shelter shield
  ship shipping shop short show shuttle sight sign signal silent silicon single site sixth skill
  skin sleep smoke soccer social society soft software soil solar solid solution sonic soul sound
  source south southern soviet space spare special speech spice spirit sport sports square
  stability stadium stage standard standards start state station statue steam stem step storage
  store storm strategic strategy stream strength strike structure student students studio study
  style sub subway sugar summit sunday sunshine super supply support surface surgery sustainable
  swimming system table tactical talent talk tank tape target task taste tax taxi tea teacher
  teachers team tech technical technology teen telephone tennis terminal territory test textile
  theater thing third thunder ticket time tiny tissue title tobacco today tool top total touch
  tour tourism tourist tower town toy toys track trade trading traffic train training transit
  transition transport transportation travel treasure treatment tree tribal trinity triple
  tropical truck true trust truth turbo twin ultimate ultra under unified uniform union unique
  unit united unity universal universe urban used user utility valley value vegetable vehicle
  venture veteran veterans victory video view village vision visual vital voice volume volunteer
  vote wage waste watch water wave wealth weapon weather web wedding week welfare western wheel
  wilderness wildlife window wine wing winner wire wireless wisdom woman women wonder wool word
  work worker workers working works world worldwide writing year yellow youth zero`.split(/\s+/u),
);

/** True for a folded word that rarely names a person. */
export const isEnglishWord = (folded: string): boolean => common.has(folded);

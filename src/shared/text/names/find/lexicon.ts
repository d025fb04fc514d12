const set = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/u).filter((word) => word !== ''));

/** Words that make a run of capitalised words an organisation, wherever they stand in it. */
export const organisationWords = set(`
  academy administration agency alliance army assembly association authority bank board brigade
  brothers bureau cabinet campaign center centre chamber club coalition college commission
  committee communications community companies company confederation conference congress consortium
  control cooperative corp corporation corps council court department dept directorate
  enterprises faction forum federation firm force forces foundation front fund government group guard
  guards holdings hospital house inc industries institute institution intelligence international
  laboratories laboratory league legislature ltd llc limited media ministry mission movement
  museum navy network networks news office organisation organization parliament partners
  partnership party plc police politburo press productions program programme radio records
  recordings research resources school schools secretariat securities senate service services
  society solutions squadron staff store stores studios symphony syndicate systems team
  technologies telecom television theater theatre treasury tribunal trust union university
  airlines airways times post journal gazette herald tribune magazine daily regiment battalion
  motor nations ag gmbh sa nv ab oyj spa pty airways motors electric mutual insurance cinema clinic klan channel exchange cathedral awards hotel
  associates entertainment pharmaceuticals electronics software airline petroleum oil steel
  shimbun shinbun ilbo zeitung newspaper institutes ltda fleet infantry artillery mosque temple inn
  brigades cross crescent library laboratory studio observer chronicle bulletin
  monitor energy ventures logistics shipping foods chemicals aerospace robotics labs pharma
  cooperation chemical militia resistance command headquarters division republicans democrats liberals
  communists socialists nazis
  agencia agence bahn banca banco bank banque compagnie comite comité confederacion federacion fundacion
  gesellschaft groupe grupo gruppe instituto ministere ministère ministerio parti partei partido partito
  politburo regie sindicato societe société stiftung telekom universidad universitat université verband
  verlag airforce commissariat ombudsman watchdog secretariat-general taskforce caucus orchestra
  conservatives observatory church synagogue orchestra ballet opera
  air aviation cargo railway railways railroad rail lines bus metro transit ferries shipyard
  aerolineas lineas linhas luftfahrt flug fluggesellschaft ferrovie chemins werke konzern compania
  empresa empresas companhia holding havayollari bankasi universitesi partisi gazetesi dernegi vakfi
  linie koleje gazeta banka drahy noviny strana svaz spolka uniwersytet szpital ordu bakanligi
  facility platform parish`);

/** Last words of sports clubs. */
export const clubWords = set(`
  united rovers wanderers athletic albion hotspur thistle fc afc rfc cf`);

/** Words after which "of", "for" and "and" join what follows: "Ministry of …", "Council on …". */
export const organisationHeads = set(`
  academy administration agency alliance army assembly association authority bank board bureau
  center centre chamber coalition college commission committee community confederation conference
  congress convention council court department directorate federation foundation front fund
  government institute institution league ministry mission movement museum office organisation
  organization parliament party school secretariat senate service society treasury tribunal union
  university university high party house`);

/** Legal forms of companies, in many countries. */
export const legalForms = set(`
  inc corp co ltd llc llp plc ag gmbh kg sa sas sarl spa srl nv bv ab asa as oy oyj aps pty pte bhd
  sdn tbk kk sae jsc ojsc zao ooo holdings group`);

/** Words after which "of" joins a place: "Gulf of …", "Republic of …". */
export const placeHeads = set(`
  republic kingdom commonwealth emirate gulf bay sea strait straits isle cape lake mount city county
  state states province district port rock horn ivory`);

/** Words that make a run a place. */
export const placeWords = set(`
  airport avenue bay beach boulevard bridge canal cape city coast county creek desert district dam
  falls forest governorate gulf harbor harbour heights highway hill hills island islands isle isles
  lake mount mountain mountains ocean oblast park peninsula plateau port prefecture province
  region river road sea sound square strait straits street strip territories territory town valley
  village zone airfield base crossing`);

/** Capitalised words that begin no name and are no actor. */
export const notNames = set(`
  internet english bible koran quran christmas easter ramadan olympics olympic islam islamic
  christian christians muslim muslims jew jews jewish catholic catholics protestant hindu buddhist
  sunni sunnis shia shiite shiites kurdish arab arabs nazi communist republican
  democrat democratic marxist european europeans asian asians african africans western eastern
  northern southern north south east west northeast northwest southeast southwest central
  serb serbs croat croats bosniak bosniaks kurd kurds uighur uighurs tutsi hutu albanians slavs roma
  gypsies web government federal ok ied ieds vbied vbieds uav uavs rpg coalition allied nato-led
  joint high foreign judaism christianity buddhism hinduism catholicism communism nazism zionism
  zionist capitalism soviets vietnamese god gmt utc bst cet cest est edt pst am pm tv dna aids hiv gdp ceo cfo covid section chapter article photo cajun creole latino latina hispanic latinos hispanics states
  editor story copyright reuters-style ph new old great grand anti neo majesty majesties highness excellency sharia shariah hadith`);

/** Last words of what happens or is written: capitalised, and no actor. */
export const eventWords = set(`
  war games day prize act treaty accord accords agreement agreements award awards amendment plan
  week month year eve cup championship championships olympics bowl open crisis revolution massacre
  holocaust intifada project time page pages edition chapter convention resolution protocol
  declaration constitution dialogue summit talks operation age century era`);

/** Places of the news that are no state and no capital of one. */
export const cities = set(`
  england scotland wales aleppo amritsar antwerp atlanta auckland baltimore bangalore barcelona basra beersheba benghazi
  birmingham bombay boston brisbane buffalo calcutta cape-town casablanca chicago cincinnati
  cleveland cologne dallas denver detroit dubai edinburgh falluja fallujah florence frankfurt
  geneva glasgow guangzhou hague haifa hamburg hiroshima homs houston hyderabad idlib istanbul
  jeddah johannesburg kandahar karachi kharkiv kirkuk kobe kolkata lagos lahore leeds leipzig
  liverpool lyon manchester manhattan marseille mecca medina melbourne memphis miami milan
  milwaukee minneapolis montreal mosul mumbai munich nagasaki nagoya najaf naples odessa oakland
  orlando osaka palmyra perth philadelphia phoenix pittsburgh portland pusan busan quebec raqqa
  ramadi rotterdam sacramento salzburg samarra seattle seville shanghai shenzhen sinjar srebrenica
  strasbourg stuttgart sydney tampa tikrit tora toronto toulouse turin tuzla vancouver venice
  vladivostok wuhan yokohama zurich brooklyn bronx queens hollywood harlem crimea chechnya
  kashmir tibet xinjiang kurdistan siberia catalonia bavaria sicily gaza donbas europe asia africa
  arctic atlantic pacific mediterranean caspian adriatic aegean baltic baltics caribbean himalayas
  alps andes rockies appalachians pyrenees urals sahara sahel levant kosovo abkhazia transnistria
  nagorno-karabakh gibraltar greenland bermuda okinawa hokkaido honshu kyushu sumatra java borneo bali
  aceh sulawesi mindanao luzon sabah sarawak penang johor punjab sindh balochistan waziristan gujarat
  kerala assam bihar rajasthan maharashtra bengal sichuan yunnan guangdong hunan hubei manchuria
  darfur katanga biafra puntland somaliland zanzibar katsina kano ibadan abuja kaduna mombasa kisumu
  durban soweto bulawayo lubumbashi goma bukavu kisangani douala abidjan bamako timbuktu agadez
  casablanca marrakesh oran constantine tripoli misrata tobruk alexandria luxor aswan suez sinai
  aqaba nablus hebron ramallah jenin bethlehem nazareth golan latakia hama aleppo erbil irbil
  sulaymaniyah dohuk najaf karbala basrah isfahan shiraz tabriz mashhad qom herat jalalabad kunduz
  peshawar quetta rawalpindi multan faisalabad chennai madras pune ahmedabad lucknow kanpur jaipur
  chittagong mandalay chiang-mai pattaya phuket danang haiphong surabaya bandung medan cebu davao
  taipei kaohsiung macau tianjin chongqing chengdu nanjing hangzhou harbin dalian qingdao urumqi lhasa
  daegu incheon gwangju ulsan sapporo sendai fukushima fukuoka kyoto perth darwin hobart adelaide
  christchurch canberra calgary edmonton winnipeg ottawa halifax guadalajara monterrey tijuana acapulco
  cancun medellin cali cartagena maracaibo guayaquil arequipa recife salvador curitiba rosario cordoba
  valparaiso seville bilbao valencia granada zaragoza porto bordeaux lille nantes cannes calais
  ghent bruges eindhoven utrecht bonn dresden bremen hanover nuremberg dortmund essen dusseldorf graz
  linz innsbruck lausanne basel lugano bologna palermo genoa verona trieste bari thessaloniki salonika
  dubrovnik mostar banja-luka novi-sad nis pristina mitrovica plovdiv varna cluj timisoara
  krakow gdansk lodz wroclaw poznan brno bratislava lviv odesa donetsk luhansk mariupol kherson
  zaporizhzhia sevastopol simferopol rostov volgograd kazan samara perm omsk tomsk irkutsk murmansk
  grozny makhachkala sochi krasnodar novosibirsk yekaterinburg khabarovsk almaty tashkent samarkand
  gothenburg malmo bergen trondheim aarhus tampere turku belfast cardiff swansea bristol sheffield
  nottingham leicester newcastle oxford cambridge brighton southampton portsmouth aberdeen dundee
  galway dublin rotterdam antwerp
  antarctica balkans caucasus scandinavia mideast midwest eurasia oceania indo-pacific asia-pacific
  yugoslavia czechoslovakia ussr rhodesia latin-america middle-east alabama alaska arizona
  arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa
  kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri
  montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia
  wisconsin wyoming ontario alberta manitoba queensland texas washington damascus jerusalem
  d-c calif ala ariz ark colo conn fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev
  n-h n-j n-m n-y n-c n-d okla ore pa r-i s-c s-d tenn tex va vt wash w-va wis wyo dc nh nj nm ny nc
  nd ri sc sd anbar diyala nineveh helmand deir hasakah`);

/** Places of two words; folded, joined by one space. */
export const citiesOfTwoWords = set(`
  northern-ireland new-york los-angeles san-francisco san-diego san-antonio san-jose las-vegas new-orleans
  st-louis saint-petersburg st-petersburg hong-kong cape-town tel-aviv rio-janeiro sao-paulo
  new-jersey new-mexico new-hampshire north-carolina south-carolina north-dakota south-dakota
  west-virginia rhode-island new-delhi middle-east latin-america south-america north-america
  central-america eastern-europe western-europe southeast-asia east-asia central-asia
  black-sea red-sea dead-sea south-china-sea persian-gulf great-lakes sri-lanka sub-saharan-africa
  north-africa west-africa east-africa central-africa southern-africa buenos-aires rio-grande
  salt-lake fort-worth kansas-city new-england west-bank gaza-strip silicon-valley soviet-union east-germany west-germany far-east near-east`);

/** Verbs whose subject speaks, thinks or decides: a person or an organisation. */
export const reportingVerbs = set(`
  said says told added adds noted notes warned warns announced announces declared declares stated
  states argued argues claimed claims insisted insists acknowledged acknowledges explained explains
  replied replies confirmed confirms denied denies admitted admits testified wrote writes urged
  urges asked asks stressed stresses remarked observed commented recalled suggested predicted
  pledged vowed reiterated maintained contended concluded complained cautioned tweeted quipped
  responded countered conceded emphasised emphasized lamented asserted alleged demanded`);

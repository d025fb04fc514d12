const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Stand before a name: a capital after them never opens a sentence. */
export const abbreviationsBeforeCapitals = words(`
  mr mrs ms mx dr prof rev hon fr st ste mt ft messrs mme mlle
  drs mmes reps sens wm jas thos chas geo
  gen lt col maj capt cpt cmdr cdr adm sgt cpl pvt brig pfc wo
  sen rep gov pres supt det insp atty amb sec dist
  cf v vs viz e.g i.e eg ie ca approx esp incl op cit ibid
  lt.gen lt.col maj.gen brig.gen
  hr frl sra srta dra sres sig dott bzw vgl bspw ggf inkl zzgl ud uds
`);

/** Stand before a number. */
export const abbreviationsWithNumbers = words(`
  no nos nr art arts ch chap fig figs p pp par para pt sect vol vols ver ref refs rte
  jan feb mar apr jun jul aug sep sept oct nov dec
`);

/** May end a sentence or not: the word that follows decides. */
export const abbreviationsThatMayEnd = words(`
  inc corp co ltd llc plc bros assn dept univ govt intl natl
  u.s u.k u.n u.a.e e.u d.c u.s.a u.s.s.r n.y l.a
  a.m p.m est edt cst pst gmt jr sr esq ph.d m.d b.a m.a et al
  calif fla ill mass mich minn miss mo mont okla ore pa tenn tex va vt wash wis wyo
  ala ariz ark colo conn del ga ind kan ky md neb nev
`);

/** Words that open a sentence far more often than they begin a name. */
export const sentenceOpeners = words(`
  the a an this that these those there it he she they we i you his her their our its my
  in on at by for from with after before as since when while where if although though because
  but and or yet so still however meanwhile moreover instead also nor both neither each
  some many most several all no not one two three other others another
  what who how why then now today yesterday earlier last under over about during despite
  according asked speaking
  thus hence therefore furthermore indeed either perhaps nevertheless
`);

/** Of those that may end a sentence: words of their own where they are not capitalised. */
export const wordsUnlessCapitalised = words(`
  ill mass miss wash ore ind ala fla me va
`);

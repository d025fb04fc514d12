/**
 * Short forms of English given names, written for Attache from common knowledge: the formal name
 * first. They only join names that share a surname in one article; alone they prove nothing.
 */
const table = `
  abraham abe
  albert al bert
  alexander alex alec sandy
  alfred fred alf
  andrew andy drew
  anthony tony
  arthur art
  barbara barb
  benjamin ben benny
  bernard bernie
  bradley brad
  catherine cathy kate katie
  charles charlie chuck
  christine chris
  christopher chris
  daniel dan danny
  david dave
  deborah debbie deb
  donald don donny
  douglas doug
  edward ed eddie ted ned
  eleanor ellie nell
  elizabeth liz beth betty betsy
  eugene gene
  franklin frank
  frederick fred freddie
  gabriel gabe
  geoffrey geoff jeff
  gerald gerry jerry
  gregory greg
  harold hal harry
  henry hank harry
  jacob jake
  james jim jimmy jamie
  jeffrey jeff
  jennifer jen jenny
  jonathan jon
  john jack johnny
  joseph joe joey
  joshua josh
  judith judy
  katherine kathy kate katie
  kenneth ken kenny
  kimberly kim
  lawrence larry
  leonard leo len lenny
  louis lou louie
  margaret maggie meg peggy
  martin marty
  matthew matt
  michael mike mick mickey
  mitchell mitch
  nathaniel nat nate
  nicholas nick
  pamela pam
  patricia pat patty
  patrick pat paddy
  peter pete
  philip phil
  raymond ray
  rebecca becky
  richard dick rick rich
  robert bob bobby rob robbie
  ronald ron ronnie
  russell russ
  samuel sam sammy
  stephen steve
  steven steve
  susan sue susie
  terence terry
  theodore ted teddy theo
  thomas tom tommy
  timothy tim
  victoria vicky
  vincent vince
  virginia ginny
  walter walt
  william bill billy will willie
  zachary zach`;

const formalNames = new Map<string, string[]>();
for (const row of table.trim().split('\n')) {
  const [formal = '', ...short] = row.trim().split(' ');
  for (const name of [formal, ...short]) {
    formalNames.set(name, [...(formalNames.get(name) ?? []), formal]);
  }
}

/** True for folded given names of which one may be short for the other: "bob", "robert". */
export function areSameGivenName(a: string, b: string): boolean {
  if (a === b) return true;
  const ofB = formalNames.get(b) ?? [];
  return (formalNames.get(a) ?? []).some((formal) => ofB.includes(formal));
}

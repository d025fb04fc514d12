import { foldWord } from './fold-word.ts';
import type { Gender } from './honorifics.ts';

const set = (words: string): ReadonlySet<string> =>
  new Set(words.trim().split(/\s+/u).map(foldWord));

/** Given names that news is full of, from common knowledge: a hint, never needed. */
const male = set(`
  james john robert michael william david richard joseph thomas charles christopher daniel
  matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald
  timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott
  brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron
  jose adam nathan henry douglas peter zachary kyle walter ethan jeremy harold keith christian
  roger noah gerald sean austin carl arthur lawrence dylan bryan billy bruce bob bill tom jim
  joe mike steve dan ben tony jeff greg rick fred ron ken don ted al ray phil howard philip
  martin ali ahmed mohammed muhammad mohamed hassan hussein ibrahim omar yusuf khalid abdullah
  abdul mahmoud mustafa haider nouri saddam bashar vladimir sergei boris mikhail dmitry igor
  ivan yuri alexei juan carlos luis jorge pedro miguel francisco fernando antonio manuel jacques
  pierre jean-paul francois michel hans wolfgang helmut klaus gerhard giuseppe marco giovanni
  yitzhak shimon ariel ehud moshe yasser emmanuel olaf nigel gordon rishi keir jens anders lars
  erik olof fredrik magnus bjorn sven nils hans-peter horst friedrich angelo matteo mario luigi
  paolo silvio romano enrico alberto alfonso felipe rafael hugo nicolas evo luiz jair dilip
  narendra rajiv sanjay imran pervez asif nawaz shinzo junichiro fumihide taro yasuo naoto
  yoshihiko shigeru minoru hiroshi kenji takashi satoshi viktor volodymyr petro leonid mikheil
  andrzej lech jaroslaw mateusz vaclav milos zoran aleksandar slobodan recep bulent emre kofi
  nelson thabo cyril julius yoweri uhuru`);

const female = set(`
  mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty
  margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah
  stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma
  nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather
  diane ruth julie olivia joyce virginia victoria lauren christina joan evelyn judith megan
  andrea cheryl hannah jacqueline martha gloria teresa ann sara frances kathryn janice alice
  julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana
  natalie brittany charlotte marie kayla alexis lori hillary monica angelina brad paula jill
  kate jane anne fatima aisha olga natalia nicola ursula annalena giorgia jacinda kamala nikki
  susanna ingrid astrid greta sanna mette erna kaja birgit claudia sabine monika petra martina
  simone chantal brigitte segolene valerie isabelle nathalie sophie camille lucia carmen pilar
  dolores elena irina svetlana tatiana ekaterina yulia anastasia ksenia leyla zeynep ayse emine
  shirin indira sonia priya yoko akiko naoko yuriko sanae hanako keiko michiko joanne tracy
  wendy tina beth jo lindsay paige erin molly claire lucy zoe chloe`);

const either = set(`
  alex chris jean jesse jordan kelly kim lee madison pat robin sam terry`);

/** True for a folded word that is a frequent given name. */
export const isGivenName = (folded: string): boolean =>
  male.has(folded) || female.has(folded) || either.has(folded);

/** The gender a given name tells, where it is of one gender. */
export function genderOfGivenName(name: string): Gender | undefined {
  const folded = foldWord(name);
  if (male.has(folded)) return 'male';
  return female.has(folded) ? 'female' : undefined;
}

/** Words that tell what a part of a name is. All are compared through `bareWord`. */

/** A word without dots, case and accents: "Ph.D." → "phd", "Müller" → "muller". */
export const bareWord = (word: string): string =>
  word.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f.,]/g, '').replace(/đ/g, 'd');

/** Words between blanks, to be compared through `bareWord`. */
export const wordSet = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).map(bareWord).filter((word) => word !== ''));

export const titles = wordSet(`
  dr dra prof mr mrs ms miss mx sir dame lord lady rev revd hon capt col maj gen lt sgt
  herr frau fraulein hr fr mag dipl dipl-ing dipl-kfm dipl-phys dipl-chem med rer nat phil jur habil
  ing arch mgr mga bc bca doc judr mudr rndr phdr paeddr thdr mvdr mddr pharmdr icdr
  m mme mlle madame monsieur maitre me sr sra srta senor senora dott dottssa dottoressa avv sig sigra geom
  dhr mevr mw drs ir shri smt pan pani pd hc mult hab pol oec iur sc agr vet dent
  د دكتور ד"ר ד״ר פרופ' פרופ׳ עו"ד עו״ד גב' גב׳ श्री श्रीमती डॉ นาย นาง นางสาว ดร`);

/** These are names as well: they are titles only with a dot and two words behind, or small behind another title. */
export const doubtfulTitles = wordSet(`fr m me mag doc bc med nat phil ing arch pan pani hon gen col maj drs ir lt jur rer habil sr hr bca mga mw
  pd mult hab pol oec iur sc agr vet dent`);

export const generations = wordSet('jr sr ii iii iv');

/** Degrees and the like behind a name. */
export const degrees = wordSet('phd md csc drsc mba esq dds dvm rn cpa llm llb msc bsc dis thd dphil edd cfa pmp mph beng meng dsc pharmd');
/** So short that they count only behind a comma. */
export const shortDegrees = wordSet('ma ba ms bs do jd pe ra aca');

/** Memberships and honours. Some are names as well ("Mehmet Ceng", "March"): the capitals tell, "CEng", "FRCS". */
const postNominals = wordSet(`
  ceng ieng engtech mmath mphys mchem mres medd bcom barch march mpa mpp dba edm dnp mbbs mbchb bds bvsc mrcvs frcs frcp frcpc mrcs mrcp
  mrcgp frcgp facs facp facc faan fca fcca acca acma cgma fcma cissp cisa cism ccie mcse sphr phr rgn frsa fba frs frse frgs fiet miet mice
  fice obe mbe cbe kbe dbe cmiosh mrics frics riba csm pmi-acp shrm-cp shrm-scp`);
export const isPostNominal = (word: string): boolean => postNominals.has(bareWord(word)) && (word.match(/\p{Lu}/gu) ?? []).length > 1;

export const particles = wordSet(`
  van von vom zu zum zur der den dem de del della dello degli di da dal das dos do du des la le las los ter ten te 't
  af av bin bint ibn al el ul abu op in san santa st saint بن ابن بنت أبو בן`);

/** In the middle of a name these are more often names than particles, unless written small. */
export const doubtfulParticles = wordSet('do in op te ten san santa st saint la le du av ul da den');

/** Words that tell what a part of a name is. All are compared through `bareWord`. */

/** A word without dots, case and accents: "Ph.D." → "phd", "Müller" → "muller". */
export const bareWord = (word: string): string =>
  word.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f.,]/g, '');

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

export const titles = set(`
  dr dra prof mr mrs ms miss mx sir dame lord lady rev revd hon capt col maj gen lt sgt
  herr frau fraulein hr fr mag dipl dipl-ing dipl-kfm dipl-phys dipl-chem med rer nat phil jur habil
  ing arch mgr mga bc bca doc judr mudr rndr phdr paeddr thdr mvdr mddr pharmdr icdr
  m mme mlle madame monsieur maitre me sr sra srta senor senora dott dottssa dottoressa avv sig sigra geom
  dhr mevr mw drs ir shri smt pan pani`);

/** These are names as well: only with a dot, and only with two words behind, they are titles. */
export const doubtfulTitles = set('fr m me mag doc bc med nat phil ing arch pan pani hon gen col maj drs ir lt jur rer habil sr hr bca mga mw');

export const generations = set('jr sr ii iii iv');

/** Degrees and the like behind a name. */
export const degrees = set('phd md csc drsc mba esq dds dvm rn cpa llm llb msc bsc dis thd dphil edd cfa pmp mph beng meng dsc pharmd');
/** So short that they count only behind a comma. */
export const shortDegrees = set('ma ba ms bs do jd pe ra');

export const particles = set(`
  van von vom zu zum zur der den dem de del della dello degli di da dal das dos do du des la le las los ter ten te 't
  af av bin bint ibn al el ul abu op in san santa st saint`);

/** In the middle of a name these are more often names than particles, unless written small. */
export const doubtfulParticles = set('do in op te ten san santa st saint la le du av ul da den');

/** Surnames that stand first in the usual Vietnamese order. */
export const vietnameseSurnames = set('nguyen tran pham hoang huynh phan vu vo dang bui');

/** Words of mailboxes nobody in particular reads. */
export const roleWords = set(`
  info information team teams billing support sales service services office reception admin administrator administration
  helpdesk desk help contact contacts accounts accounting invoice invoices orders order shop store newsletter news
  marketing hr jobs career careers recruiting press media legal finance payroll security webmaster hostmaster
  postmaster noreply reply mail mailbox inbox group department dept customer customers care feedback bookings booking
  reservations enquiries inquiries hello welcome alerts alert notifications notification calendar events room
  conference meeting board committee club hotel system server automation bot daemon kundenservice vertrieb rechnung
  buchhaltung verwaltung sekretariat personal redaktion bestellung anfrage kontakt fakturace obchod podpora recepce
  ucetni ucetnictvi ventas soporte facturacion atencion contabilidad contact-us it research development engineering
  the of and for your our`);

/** What a company calls itself by law. */
export const legalForms = set(`
  ltd limited inc incorporated llc llp lp plc corp corporation co company gmbh ag kg ohg ug se sa sas sarl srl spa
  bv nv oy oyj ab as aps sro spol zrt kft doo ooo pty pvt kk gbr mbh ev group holding holdings foundation university
  institute bank consulting solutions technologies partners associates`);

/** In brackets these are about the mailbox or the person, not the name of a company. */
export const marks = set(`
  ext extern externe externer external external-sender guest gast contractor consultant unverified unknown verified
  spam mobile mobil work home private privat business via personal new old former retired he she they
  uk us usa eu de at ch cz sk pl fr es it hr pr qa rd emea apac us-east remote intern internal temp`);

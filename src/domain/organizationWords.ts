import { wordSet } from './nameWords.ts';

/** Words that tell a mailbox, a department or a company from a person. All are compared through `bareWord`. */

/** Words of mailboxes nobody in particular reads. */
export const roleWords = wordSet(`
  info information team teams billing support sales service services office reception admin administrator administration
  helpdesk desk help contact contacts accounts accounting invoice invoices orders order shop store newsletter news
  marketing hr jobs career careers recruiting press media legal finance payroll security webmaster hostmaster
  postmaster noreply no-reply do-not-reply donotreply reply mail e-mail mailbox mailer-daemon inbox group department dept
  customer customers care feedback bookings booking reservations enquiries inquiries hello welcome alerts alert
  notifications notification calendar events room rooms conf conference meeting board committee club hotel system
  subsystem delivery server automation bot daemon printer scanner projector parking employees staff everyone
  recipients undisclosed digest weekly monthly rewards program programme outlook account payable receivable purchasing
  procurement operations logistics family familie famille familia kundenservice vertrieb rechnung buchhaltung verwaltung
  sekretariat personal redaktion bestellung anfrage kontakt empfang einkauf fakturace obchod podpora recepce ucetni
  ucetnictvi ventas soporte facturacion atencion contabilidad contact-us it research development engineering
  the of and for your our`);

/** German writes such words as one: "Personalabteilung", "Besprechungsraum". */
export const roleEnding = /\p{L}(?:abteilung|raum|zimmer|verwaltung|sekretariat|newsletter)$/u;

/** What a company calls itself by law, or about itself, at the end of its name. */
export const legalForms = wordSet(`
  ltd limited inc incorporated llc llp plc corp corporation company gmbh ohg ug sarl srl spa oy oyj aps sro spol zrt
  kft doo ooo pty pvt gbr mbh group holding holdings foundation university institute bank consulting solutions
  technologies partners associates`);

/** So short that they are names as well: only in capitals or with a dot ("SA", "a.s.", "Co."), never "Maria Sá". */
export const shortLegalForms = wordSet('co ag kg se sa sas bv nv ab as kk ev lp oo');

/** These begin the name of what they belong to: "University of Bellows". */
export const institutions = wordSet('university universitat universite universidad institute institut bank foundation stiftung');

/** What somebody does, beside the name and no part of it: "Jane Doe, Managing Director". */
export const jobWords = wordSet(`
  ceo cto cfo coo cio cmo cso vp svp evp president director manager founder co-founder cofounder owner chairman chair
  chairwoman head lead engineer developer consultant analyst architect assistant officer secretary specialist
  coordinator representative advisor attorney lawyer professor geschaftsfuhrer geschaftsfuhrerin leiter leiterin
  directeur directrice director directora jednatel jednatelka`);

/** In brackets these are about the mailbox or the person, not the name of a company. */
export const marks = wordSet(`
  ext extern externe externer external external-sender guest gast contractor consultant vendor unverified unknown
  verified spam mobile mobil work home private privat business via new old former retired temp intern internal remote
  he him his she her hers they them theirs ze er sie ihr ihm elle il ella el
  on out leave vacation holiday maternity parental abwesend urlaub ooo deceased
  uk us usa eu de at ch cz sk pl fr es it pr qa rd emea apac dach latam us-east us-west`);

/** The places of offices met most; a place in brackets is no company. */
export const places = wordSet(`
  london paris berlin munich munchen hamburg frankfurt cologne koln stuttgart dusseldorf vienna wien zurich geneva genf
  basel bern prague praha brno bratislava warsaw warszawa krakow budapest bucharest sofia athens rome roma milan milano
  turin madrid barcelona lisbon lisboa porto amsterdam rotterdam brussels bruxelles luxembourg dublin edinburgh
  manchester birmingham oslo stockholm copenhagen helsinki tallinn riga vilnius kyiv istanbul dubai tel-aviv cairo
  nairobi johannesburg mumbai delhi bangalore bengaluru hyderabad pune chennai singapore bangkok hanoi jakarta manila
  beijing shanghai shenzhen hongkong taipei tokyo osaka seoul sydney melbourne auckland toronto montreal vancouver
  boston chicago dallas houston austin seattle denver atlanta miami redmond mexico bogota lima santiago
  germany deutschland austria switzerland schweiz france spain italy poland ireland england scotland netherlands
  belgium sweden norway denmark finland hungary romania greece turkey israel india china japan korea australia canada
  brazil argentina europe asia africa americas`);

/** What carried the mail: "Jane Doe (Google Docs)". */
export const carriers = wordSet('googledocs googledrive googlesheets googleslides googlecalendar linkedin docusign dropbox sharepoint onedrive zoom teams slack github jira confluence');

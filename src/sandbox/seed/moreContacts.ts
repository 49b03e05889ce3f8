/** Further contacts of adele's: nobody in the sandbox writes from these addresses, they fill the address book. */
export type FurtherContact = {
  readonly name: string;
  readonly address: string;
  readonly folder: string;
  readonly more: Readonly<Record<string, unknown>>;
};

const one = (name: string, address: string, more: Readonly<Record<string, unknown>> = {}, folder = ''): FurtherContact => ({ name, address, folder, more });

export const moreContacts: readonly FurtherContact[] = [
  one('Debra Berger', 'debra.berger@wideworld.example', { companyName: 'Wide World Importers', jobTitle: 'Logistics Lead', mobilePhone: '+1 206 555 0110' }),
  one('Enrico Cattaneo', 'enrico@margiestravel.example', { companyName: "Margie's Travel", businessPhones: ['+39 02 5550 1122'] }),
  one('Irvin Sayers', 'irvin.sayers@proseware.example', { companyName: 'Proseware', jobTitle: 'Project Manager', categories: ['Customers'] }),
  one('Johanna Lorenz', 'j.lorenz@relecloud.example', { companyName: 'Relecloud', department: 'Legal', officeLocation: 'Frankfurt' }),
  one('Allan Deyoung', 'allan.deyoung@fourthcoffee.example', { companyName: 'Fourth Coffee', mobilePhone: '+1 503 555 0144' }),
  one('Emily Braun', 'emily.braun@gradesign.example', { companyName: 'Graphic Design Institute', birthday: '1979-05-02T11:59:00Z' }),
  one('Christie Cline', 'christie.cline@lamna.example', { companyName: 'Lamna Healthcare', jobTitle: 'Chief Nurse' }),
  one('Ben Walters', 'ben.walters@bellows.example', { companyName: 'Bellows College', title: 'Dr' }),
  one('Brian Johnson', 'brian@humongous.example', { companyName: 'Humongous Insurance', homePhones: ['+1 425 555 0121'] }),
  one('Raul Razo', 'raul.razo@alpineski.example', { companyName: 'Alpine Ski House', homeAddress: { street: 'Dorfstrasse 9', city: 'Davos', countryOrRegion: 'Switzerland', postalCode: '7270' } }),
  one('Delia Dennis', 'delia.dennis@firstup.example', { companyName: 'First Up Consultants', categories: ['Follow up'] }),
  one('Gerhart Moller', 'gerhart@nodpublishers.example', { companyName: 'Nod Publishers', personalNotes: 'Writes on Mondays only.' }),
  one('Cameron White', 'cameron.white@munson.example', { companyName: "Munson's Pickles", jobTitle: 'Owner' }),
  one('Mallory Cortez', 'mallory@trey.example', { companyName: 'Trey Research', department: 'Optics' }),
  one('Rachel Valdez', 'rachel.valdez@vanarsdel.example', { companyName: 'VanArsdel', mobilePhone: '+52 55 5550 0190' }),
  one('Sara Perez', 'sara.perez@vanarsdel.example', { companyName: 'VanArsdel', jobTitle: 'Assistant', assistantName: 'Tom' }),
  one('Tomás Hernández', 'tomas.hernandez@school.example', { companyName: 'School of Fine Art' }),
  one('Zoë Ünal', 'zoe.unal@bosphorus.example', { companyName: 'Bosphorus Ferries', businessPhones: ['+90 212 555 0110'] }),
  one('Łukasz Żak', 'lukasz.zak@vistula.example', { companyName: 'Vistula Media' }),
  one('Dimitra Παπαδοπούλου', 'dimitra@aegean.example', { companyName: 'Aegean Lines' }),
  one('Mei 林', 'mei.lin@formosa.example', { companyName: 'Formosa Tea', yomiGivenName: 'Mei', yomiSurname: 'Lin' }),
  one('Noa לוי', 'noa.levi@galil.example', { companyName: 'Galil Gardens' }),
  one('Salma حداد', 'salma.haddad@levant.example', { companyName: 'Levant Foods' }),
  one('Jean-Luc Béranger', 'jl.beranger@rhone.example', { companyName: 'Rhône Vins', businessAddress: { street: '3 quai des Étroits', city: 'Lyon', postalCode: '69005', countryOrRegion: 'France' } }),
  one('Siobhán Ní Dhomhnaill', 'siobhan@dingle.example', { companyName: 'Dingle Boats' }),
  one('Oskar Vance', 'oskar@vance-family.example', { birthday: '1958-08-08T11:59:00Z', categories: ['Family'] }, 'Family'),
  one('Tilda Vance', 'tilda@vance-family.example', { nickName: 'Mum', homePhones: ['+1 425 555 0101'], categories: ['Family'] }, 'Family'),
  one('Arthur Vance', 'arthur@vance-family.example', { categories: ['Family'] }, 'Family'),
  one('Karel Dvořák', 'karel.dvorak@moldau.example', { companyName: 'Moldau Glass', categories: ['Suppliers'] }, 'Suppliers/Prague'),
  one('Eliška Malá', 'eliska.mala@moldau.example', { companyName: 'Moldau Glass', categories: ['Suppliers'] }, 'Suppliers/Prague'),
  one('Roxanne Kenison', 'roxanne.kenison@southridge.example', { companyName: 'Southridge Video', categories: ['Suppliers'] }, 'Suppliers'),
  one('Walter Harp', 'walter.harp@lucerne.example', { companyName: 'Lucerne Publishing', categories: ['Suppliers'] }, 'Suppliers'),
  one('Yvonne McKay', 'yvonne.mckay@cohovineyard.example', { companyName: 'Coho Vineyard', categories: ['Suppliers'], businessPhones: ['+1 509 555 0150', '+1 509 555 0151'] }, 'Suppliers'),
  one('Terry Adams', 'terry.adams@cohowinery.example', { companyName: 'Coho Winery', profession: 'Winemaker' }, 'Suppliers'),
  one('Uma Krishnan', 'uma.krishnan@consolidated.example', { companyName: 'Consolidated Messenger' }),
  one('Viktor Holm', 'viktor.holm@baldwin.example', { companyName: 'Baldwin Museum of Science', jobTitle: 'Curator' }),
  one('Wanida Benshoof', 'wanida@blueyonder.example', { companyName: 'Blue Yonder Airlines' }),
  one('Xenia Bauer', 'xenia.bauer@cpandl.example', { companyName: 'City Power & Light', department: 'Billing' }),
  one('Yusuf Demir', 'yusuf.demir@datum.example', { companyName: 'A. Datum', businessHomePage: 'https://datum.example' }),
  one('Zainab Yusuf', "zainab+work&home@o'hara.example", { companyName: "O'Hara & Daughters" }),
];

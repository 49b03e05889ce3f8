import type { NameParts } from '#domain/name';

/** A name as a mail writes it, the address where it matters, and the parts that are expected; parts left out are ''. */
export type NameCase = { readonly written: string; readonly address?: string; readonly parts: Partial<NameParts> };

const person = (written: string, givenName: string, surname: string, more: Partial<NameParts> = {}, address?: string): NameCase => ({
  written, ...(address === undefined ? {} : { address }),
  parts: { givenName, surname, displayName: [givenName, more.middleName, surname].filter(Boolean).join(' '), ...more },
});
const whole = (written: string, displayName = written, more: Partial<NameParts> = {}, address?: string): NameCase => ({
  written, ...(address === undefined ? {} : { address }), parts: { displayName, ...more },
});

export const nameCorpus: readonly NameCase[] = [
  // plain
  person('Jane Doe', 'Jane', 'Doe'),
  person('  Jane   Doe ', 'Jane', 'Doe'),
  person('Anna', 'Anna', ''),
  person('Anna Maria Huber', 'Anna', 'Huber', { middleName: 'Maria' }),
  person('John F. Kennedy', 'John', 'Kennedy', { middleName: 'F.' }),
  person('J.R.R. Tolkien', 'J.R.R.', 'Tolkien'),
  person("Sean O'Neil", 'Sean', "O'Neil"),
  person('Siobhán O’Connor', 'Siobhán', 'O’Connor'),
  person('Ronald McDonald', 'Ronald', 'McDonald'),
  person('Åsa Öberg', 'Åsa', 'Öberg'),
  person('Jean-Luc Picard', 'Jean-Luc', 'Picard'),
  person('Nagy Péter', 'Nagy', 'Péter'),
  person('Иван Петров', 'Иван', 'Петров'),
  person('Μαρία Παπαδοπούλου', 'Μαρία', 'Παπαδοπούλου'),

  // turned round
  person('Doe, Jane', 'Jane', 'Doe'),
  person('Doe,Jane', 'Jane', 'Doe'),
  person('Doe, Jane M.', 'Jane', 'Doe', { middleName: 'M.' }),
  person('Doe, Jane (Contoso)', 'Jane', 'Doe', { companyName: 'Contoso' }),
  person('van den Berg, Omar', 'Omar', 'van den Berg'),
  person('Berg, Omar van den', 'Omar', 'van den Berg'),
  person('DOE, JANE', 'Jane', 'Doe'),
  person('DOE, Jane', 'Jane', 'Doe'),
  person('doe, jane', 'Jane', 'Doe'),
  person('Doe Jr., John', 'John', 'Doe', { generation: 'Jr.', displayName: 'John Doe Jr.' }),
  person('Müller, Dr. Eva', 'Eva', 'Müller', { title: 'Dr.' }),
  person('García López, María', 'María', 'García López'),
  person('Doe, Jane, PhD', 'Jane', 'Doe', { generation: 'PhD' }),

  // surname in capitals
  person('DOE Jane', 'Jane', 'Doe'),
  person('Jane DOE', 'Jane', 'Doe'),
  person('Omar VAN DEN BERG', 'Omar', 'Van Den Berg', { surname: 'Van Den Berg' }),
  person('Min-jun KIM', 'Min-jun', 'Kim'),
  person('JP Morgan', 'JP', 'Morgan'),

  // capitals and small letters throughout
  person('GRACE KIM', 'Grace', 'Kim'),
  person('GRACE KIM (Proseware)', 'Grace', 'Kim', { companyName: 'Proseware' }),
  person('GRACE KIM (IBM)', 'Grace', 'Kim', { companyName: 'IBM' }),
  person("SEAN O'NEIL", 'Sean', "O'Neil"),
  person('RONALD MCDONALD', 'Ronald', 'McDonald'),
  person('ANNE-MARIE LAURENT', 'Anne-Marie', 'Laurent'),
  person('OMAR VAN DEN BERG', 'Omar', 'van den Berg'),
  person('HENRY TUDOR III', 'Henry', 'Tudor', { generation: 'III', displayName: 'Henry Tudor III' }),
  person('jane doe', 'Jane', 'Doe'),
  person('GRACE', 'Grace', ''),
  whole('IBM'),

  // companies
  person('Jane Doe (Contoso)', 'Jane', 'Doe', { companyName: 'Contoso' }),
  person('Jane Doe [Contoso]', 'Jane', 'Doe', { companyName: 'Contoso' }),
  person('Jane Doe | Contoso', 'Jane', 'Doe', { companyName: 'Contoso' }),
  person('Jane Doe - Contoso Ltd', 'Jane', 'Doe', { companyName: 'Contoso Ltd' }),
  person('Jane Doe – Contoso', 'Jane', 'Doe', { companyName: 'Contoso' }),
  person('Jane Doe @ Contoso', 'Jane', 'Doe', { companyName: 'Contoso' }),
  person('Jane from Contoso', 'Jane', '', { companyName: 'Contoso' }),
  person('Jane Doe, Contoso Ltd', 'Jane', 'Doe', { companyName: 'Contoso Ltd' }),
  person('Jane Doe, Contoso', 'Jane', 'Doe', { companyName: 'Contoso' }, 'jane@contoso.example'),
  whole('Contoso Ltd', 'Contoso Ltd', { companyName: 'Contoso Ltd' }),
  whole('Fabrikam GmbH & Co. KG', 'Fabrikam GmbH & Co. KG', { companyName: 'Fabrikam GmbH & Co. KG' }),
  whole('Litware Reception'),
  whole('Contoso Alerts'),
  whole('Conference Room 12'),
  whole('Sales Team | Contoso', 'Sales Team', { companyName: 'Contoso' }),

  // titles and what stands behind
  person('Dr. Jane Doe', 'Jane', 'Doe', { title: 'Dr.' }),
  person('Dr. Omar van den Berg', 'Omar', 'van den Berg', { title: 'Dr.' }),
  person('Prof. Dr. med. Eva Müller', 'Eva', 'Müller', { title: 'Prof. Dr. med.' }),
  person('Mr John Smith', 'John', 'Smith', { title: 'Mr' }),
  person('Mrs. Ann Smith', 'Ann', 'Smith', { title: 'Mrs.' }),
  person('Ms Ann Smith', 'Ann', 'Smith', { title: 'Ms' }),
  person('Herr Max Mustermann', 'Max', 'Mustermann', { title: 'Herr' }),
  person('Frau Müller', '', 'Müller', { title: 'Frau' }),
  person('Ing. Jan Novák, CSc.', 'Jan', 'Novák', { title: 'Ing.', generation: 'CSc.' }),
  person('Mgr. Petra Svobodová', 'Petra', 'Svobodová', { title: 'Mgr.' }),
  person('doc. RNDr. Karel Hruška, Ph.D.', 'Karel', 'Hruška', { title: 'doc. RNDr.', generation: 'Ph.D.' }),
  person('Dipl.-Ing. Uwe Schmidt', 'Uwe', 'Schmidt', { title: 'Dipl.-Ing.' }),
  person('Martin Luther King Jr.', 'Martin', 'King', { middleName: 'Luther', generation: 'Jr.', displayName: 'Martin Luther King Jr.' }),
  person('John Smith III', 'John', 'Smith', { generation: 'III', displayName: 'John Smith III' }),
  person('Jane Doe, PhD, MBA', 'Jane', 'Doe', { generation: 'PhD MBA' }),
  person('Jane Doe PhD', 'Jane', 'Doe', { generation: 'PhD' }),
  person('Jane Doe, MA', 'Jane', 'Doe', { generation: 'MA' }),
  person('Don Johnson', 'Don', 'Johnson'),
  person('Jack Ma', 'Jack', 'Ma'),

  // particles
  person('Ludwig van Beethoven', 'Ludwig', 'van Beethoven'),
  person('Maria de la Cruz', 'Maria', 'de la Cruz'),
  person('Anna Maria von Trapp', 'Anna', 'von Trapp', { middleName: 'Maria' }),
  person('Leonardo da Vinci', 'Leonardo', 'da Vinci'),
  person('Ahmed bin Rashid', 'Ahmed', 'bin Rashid'),
  person('Fatima al-Sayed', 'Fatima', 'al-Sayed'),
  person('Van Morrison', 'Van', 'Morrison'),
  person('José Ortega y Gasset', 'José', 'Ortega y Gasset'),
  person('von Trapp', '', 'von Trapp'),

  // what mail systems add
  person('"Jane Doe"', 'Jane', 'Doe'),
  person("'Jane Doe'", 'Jane', 'Doe'),
  person('„Jane Doe“', 'Jane', 'Doe'),
  person('Jane Doe via LinkedIn', 'Jane', 'Doe'),
  person("'Jane Doe' via Sales", 'Jane', 'Doe'),
  person('Jane Doe (via Google Docs)', 'Jane', 'Doe'),
  person('Jane Doe on behalf of Contoso', 'Jane', 'Doe'),
  person('Jane Doe (External)', 'Jane', 'Doe'),
  person('Jane Doe [EXT]', 'Jane', 'Doe'),
  person('[EXT] Jane Doe', 'Jane', 'Doe'),
  person('Jane Doe (Contoso) (External)', 'Jane', 'Doe', { companyName: 'Contoso' }),
  person('Jane Doe (she/her)', 'Jane', 'Doe'),
  person('Jane Doe (HR)', 'Jane', 'Doe'),
  person('Robert "Bob" Smith', 'Robert', 'Smith'),
  person('Robert (Bob) Smith', 'Robert', 'Smith'),

  // an address for a name, or no name
  person('jane.doe@contoso.example', 'Jane', 'Doe'),
  person('', 'Jane', 'Doe', {}, 'jane.doe+news@contoso.example'),
  person('jane.doe', 'Jane', 'Doe'),
  person("sean.o'neil@tailspin.example", 'Sean', "O'Neil"),
  person('john.q.public@contoso.example', 'John', 'Public', { middleName: 'Q.' }),
  person('jane.doe2@contoso.example', 'Jane', 'Doe'),
  whole('billing.team@adventure-works.example'),
  whole('billing.team'),
  whole('info@contoso.example'),
  whole('info'),
  whole('', 'jdoe@contoso.example', {}, 'jdoe@contoso.example'),
  whole('', ''),

  // East Asia
  person('山田 太郎', '太郎', '山田', { displayName: '山田 太郎' }),
  person('山田　太郎', '太郎', '山田', { displayName: '山田 太郎' }),
  person('山田太郎', '太郎', '山田', { displayName: '山田太郎' }),
  person('王小明', '小明', '王', { displayName: '王小明' }),
  person('欧阳娜娜', '娜娜', '欧阳', { displayName: '欧阳娜娜' }),
  person('김민준', '민준', '김', { displayName: '김민준' }),
  person('남궁민수', '민수', '남궁', { displayName: '남궁민수' }),
  person('山田 太郎 (Taro Yamada)', '太郎', '山田', { displayName: '山田 太郎' }),
  person('Taro Yamada (山田太郎)', 'Taro', 'Yamada'),
  whole('ジョン・スミス'),
  whole('東京営業部'),
  person('Nguyễn Văn An', 'An', 'Nguyễn', { middleName: 'Văn', displayName: 'An Văn Nguyễn' }),
];

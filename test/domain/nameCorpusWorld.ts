import { person, whole } from './nameExpectation';

/**
 * Names from many countries. The parts were set down before the code was asked. Where two readings can be defended
 * the line above says which was taken. `shown` keeps a name that is at home with the surname first as it was written.
 */
const shown = (written: string, givenName: string, surname: string, more: { middleName?: string; title?: string; displayName?: string } = {}) =>
  person(written, givenName, surname, { displayName: written, ...more });

export const nameCorpusWorld = [
  // titles in front
  person('Dr. med. Jane von der Leyen', 'Jane', 'von der Leyen', { title: 'Dr. med.' }),
  person('Dr med Jane Doe', 'Jane', 'Doe', { title: 'Dr med' }),
  person('Prof. Dr. h.c. Jane Doe', 'Jane', 'Doe', { title: 'Prof. Dr. h.c.' }),
  person('Prof. Dr. Dr. h.c. mult. Karl Weber', 'Karl', 'Weber', { title: 'Prof. Dr. Dr. h.c. mult.' }),
  person('Univ.-Prof. Dr. Eva Huber', 'Eva', 'Huber', { title: 'Univ.-Prof. Dr.' }),
  person('PD Dr. rer. nat. Uwe Klein', 'Uwe', 'Klein', { title: 'PD Dr. rer. nat.' }),
  person('Dr.-Ing. Uwe Klein', 'Uwe', 'Klein', { title: 'Dr.-Ing.' }),
  person('Dipl.-Kfm. Uwe Klein', 'Uwe', 'Klein', { title: 'Dipl.-Kfm.' }),
  person('Doe, Dr. Jane', 'Jane', 'Doe', { title: 'Dr.' }),
  person('Doe, Jane, Dr.', 'Jane', 'Doe', { title: 'Dr.' }),
  person('Prof. Doe', '', 'Doe', { title: 'Prof.' }),
  person('Herr Dr. Max Weber', 'Max', 'Weber', { title: 'Herr Dr.' }),
  person('Mme Claire Dubois', 'Claire', 'Dubois', { title: 'Mme' }),
  person('M. Pierre Dubois', 'Pierre', 'Dubois', { title: 'M.' }),
  person('Sra. Ana Torres', 'Ana', 'Torres', { title: 'Sra.' }),
  person('Dott.ssa Giulia Rossi', 'Giulia', 'Rossi', { title: 'Dott.ssa' }),
  person('Rev. John Smith', 'John', 'Smith', { title: 'Rev.' }),
  person('Sir Ian Holm', 'Ian', 'Holm', { title: 'Sir' }),
  person('DR. JANE DOE', 'Jane', 'Doe', { title: 'Dr.' }),
  person('MR JOHN SMITH', 'John', 'Smith', { title: 'Mr' }),
  person('Capt. James Cook', 'James', 'Cook', { title: 'Capt.' }),
  person('dr hab. Anna Nowak', 'Anna', 'Nowak', { title: 'dr hab.' }),
  person('Pan Jan Novák', 'Jan', 'Novák', { title: 'Pan' }),

  // behind the name
  person('John Doe Jr', 'John', 'Doe', { generation: 'Jr', displayName: 'John Doe Jr' }),
  person('John Doe, Jr.', 'John', 'Doe', { generation: 'Jr.', displayName: 'John Doe Jr.' }),
  person('Doe, John, Jr.', 'John', 'Doe', { generation: 'Jr.', displayName: 'John Doe Jr.' }),
  person('Doe, John Jr.', 'John', 'Doe', { generation: 'Jr.', displayName: 'John Doe Jr.' }),
  person('Doe III, John', 'John', 'Doe', { generation: 'III', displayName: 'John Doe III' }),
  person('DOE, JOHN III', 'John', 'Doe', { generation: 'III', displayName: 'John Doe III' }),
  person('Jane Doe MBA', 'Jane', 'Doe', { generation: 'MBA' }),
  person('Jane Doe, Ph.D.', 'Jane', 'Doe', { generation: 'Ph.D.' }),
  person('Jane Doe, M.Sc.', 'Jane', 'Doe', { generation: 'M.Sc.' }),
  person('Jane Doe, B.A.', 'Jane', 'Doe', { generation: 'B.A.' }),
  person('Jane Doe, CPA, MBA', 'Jane', 'Doe', { generation: 'CPA MBA' }),
  person('Jane Doe MD PhD', 'Jane', 'Doe', { generation: 'MD PhD' }),
  person('Jane Doe, LL.M.', 'Jane', 'Doe', { generation: 'LL.M.' }),
  person('John Doe, Esq.', 'John', 'Doe', { generation: 'Esq.' }),
  person('Dr. Jane Doe, MD', 'Jane', 'Doe', { title: 'Dr.', generation: 'MD' }),

  // Spain, Portugal and beyond
  person('María García López', 'María', 'García López'),
  person('Gabriel García Márquez', 'Gabriel', 'García Márquez'),
  person('Juan Carlos Rodríguez Pérez', 'Juan', 'Rodríguez Pérez', { middleName: 'Carlos' }),
  person('María del Carmen Ruiz', 'María', 'Ruiz', { middleName: 'del Carmen' }),
  person('Ana Martínez de la Rosa', 'Ana', 'Martínez de la Rosa'),
  person('Santiago Ramón y Cajal', 'Santiago', 'Ramón y Cajal'),
  person('JOSÉ HERNÁNDEZ GÓMEZ', 'José', 'Hernández Gómez'),
  person('Garcia Lopez, Maria', 'Maria', 'Garcia Lopez'),
  person('João da Silva', 'João', 'da Silva'),
  person('João da Silva Santos', 'João', 'da Silva Santos'),
  person('Ana Paula dos Santos', 'Ana', 'dos Santos', { middleName: 'Paula' }),
  person('Maria José Pereira da Silva', 'Maria', 'Pereira da Silva', { middleName: 'José' }),
  person('Carlos Souza e Silva', 'Carlos', 'Souza e Silva'),
  person('Maria Sá', 'Maria', 'Sá'),
  person('Josep Puig i Cadafalch', 'Josep', 'Puig i Cadafalch'),

  // Low Countries, Germany, France, Italy
  person('Joost van der Meer', 'Joost', 'van der Meer'),
  person("Jan van 't Hof", 'Jan', "van 't Hof"),
  person('Meer, J. van der', 'J.', 'van der Meer'),
  person('Van den Berg, Omar', 'Omar', 'Van den Berg'),
  person('Tom De Smet', 'Tom', 'De Smet'),
  person('Ursula von der Leyen', 'Ursula', 'von der Leyen'),
  person('Karl Freiherr von und zu Guttenberg', 'Karl', 'Freiherr von und zu Guttenberg'),
  person('Otto Graf Lambsdorff', 'Otto', 'Graf Lambsdorff'),
  person('Anna-Lena Müller-Lüdenscheidt', 'Anna-Lena', 'Müller-Lüdenscheidt'),
  person('JÜRGEN GROß', 'Jürgen', 'Groß'),
  person('Jean de La Fontaine', 'Jean', 'de La Fontaine'),
  person("Béatrice d'Harcourt", 'Béatrice', "d'Harcourt"),
  person('Giovanni De Luca', 'Giovanni', 'De Luca'),
  person("BEVERLY D'ANGELO", 'Beverly', "D'Angelo"),
  person('Anna Dell’Acqua', 'Anna', 'Dell’Acqua'),
  person('Luca Della Valle', 'Luca', 'Della Valle'),

  // British Isles, the North, the East of Europe
  person("Shane O'Neil", 'Shane', "O'Neil"),
  person('Amy St. John', 'Amy', 'St. John'),
  person('MARY-KATE MCGREGOR', 'Mary-Kate', 'McGregor'),
  // "Macdonald" or "MacDonald": capitals do not tell.
  person('FLORA MACDONALD', 'Flora', 'Macdonald'),
  person('Björk Guðmundsdóttir', 'Björk', 'Guðmundsdóttir'),
  person('Jón Þór Jónsson', 'Jón', 'Jónsson', { middleName: 'Þór' }),
  person('Søren Kierkegård', 'Søren', 'Kierkegård'),
  person('Magnus af Klint', 'Magnus', 'af Klint'),
  person('Łukasz Żółkiewski', 'Łukasz', 'Żółkiewski'),
  person('Petra Nováková-Dvořáková', 'Petra', 'Nováková-Dvořáková'),
  // Hungarians put the surname first, and write mails to the world the other way round; only capitals, a comma or
  // the address tell.
  person('NAGY Péter', 'Péter', 'Nagy'),
  person('Nagy Péter', 'Péter', 'Nagy', {}, 'p.nagy@contoso.example'),
  person('Kovács, Zsófia', 'Zsófia', 'Kovács'),
  person('Péter Nagy', 'Péter', 'Nagy'),
  person('Ștefan Țîrlea', 'Ștefan', 'Țîrlea'),
  person('İBRAHİM YILDIZ', 'İbrahim', 'Yıldız'),
  person('Ayşe Gül Yılmaz', 'Ayşe', 'Yılmaz', { middleName: 'Gül' }),

  // Cyrillic, Greek, Georgian, Armenian
  shown('Иванов Иван Иванович', 'Иван', 'Иванов', { middleName: 'Иванович' }),
  person('Иван Иванович Иванов', 'Иван', 'Иванов', { middleName: 'Иванович' }),
  shown('Петрова Анна', 'Анна', 'Петрова'),
  person('Анна Петрова', 'Анна', 'Петрова'),
  // A given name and a patronymic: polite, and without the surname.
  person('Анна Сергеевна', 'Анна', '', { middleName: 'Сергеевна' }),
  person('Марина Кравчук', 'Марина', 'Кравчук'),
  person('Яков Кац', 'Яков', 'Кац'),
  shown('Шевченко Тарас Григорович', 'Тарас', 'Шевченко', { middleName: 'Григорович' }),
  shown('Иванов И. И.', 'И.', 'Иванов', { middleName: 'И.' }),
  person('ИВАН ПЕТРОВ', 'Иван', 'Петров'),
  person('ПЕТРОВ Иван', 'Иван', 'Петров'),
  person('Петров, Иван', 'Иван', 'Петров'),
  shown('Ivanov Ivan Ivanovich', 'Ivan', 'Ivanov', { middleName: 'Ivanovich' }),
  person('Anna Sergeevna Petrova', 'Anna', 'Petrova', { middleName: 'Sergeevna' }),
  person('Γιώργος Παπαδόπουλος', 'Γιώργος', 'Παπαδόπουλος'),
  shown('Παπαδόπουλος Γιώργος', 'Γιώργος', 'Παπαδόπουλος'),
  person('ΠΑΠΑΔΟΠΟΥΛΟΣ Νίκος', 'Νίκος', 'Παπαδοπουλος'),
  person('გიორგი ბერიძე', 'გიორგი', 'ბერიძე'),
  person('Արամ Խաչատրյան', 'Արամ', 'Խաչատրյան'),

  // Arabic, Hebrew, Persian
  person('Mohammed bin Salman Al Saud', 'Mohammed', 'bin Salman Al Saud'),
  person('Noura Al Kaabi', 'Noura', 'Al Kaabi'),
  person('Al Pacino', 'Al', 'Pacino'),
  person('Khalid el-Sayed', 'Khalid', 'el-Sayed'),
  person('KHALID AL-FAISAL', 'Khalid', 'Al-Faisal'),
  // "Abdul" is no name without the word behind it.
  person('Abdul Rahman Khan', 'Abdul Rahman', 'Khan'),
  person('Abdul Khan', 'Abdul', 'Khan'),
  person('محمد بن سلمان', 'محمد', 'بن سلمان'),
  person('عبد الرحمن السعيد', 'عبد الرحمن', 'السعيد'),
  person('أحمد عبد الله', 'أحمد', 'عبد الله'),
  person('د. سارة الخطيب', 'سارة', 'الخطيب', { title: 'د.' }),
  person('משה כהן', 'משה', 'כהן'),
  person('דוד בן גוריון', 'דוד', 'בן גוריון'),
  person('ד"ר רות לוי', 'רות', 'לוי', { title: 'ד"ר' }),
  person('سارا رضایی', 'سارا', 'رضایی'),

  // India, Thailand, Indonesia
  // The initial is the father's, and Ramanathan what he is called by; but people look for him under R.
  person('S. Ramanathan', 'S.', 'Ramanathan'),
  person('A. P. J. Abdul Kalam', 'A.', 'Kalam', { middleName: 'P. J. Abdul' }),
  person('M. K. Gandhi', 'M.', 'Gandhi', { middleName: 'K.' }),
  person('Shri Amit Shah', 'Amit', 'Shah', { title: 'Shri' }),
  person('राम कुमार शर्मा', 'राम', 'शर्मा', { middleName: 'कुमार' }),
  person('สมชาย ใจดี', 'สมชาย', 'ใจดี'),
  person('นาย สมชาย ใจดี', 'สมชาย', 'ใจดี', { title: 'นาย' }),
  person('Suharto', 'Suharto', ''),
  person('Sukarno', 'Sukarno', ''),

  // Vietnam: the surname first at home, also without its marks
  shown('Nguyễn Văn An', 'An', 'Nguyễn', { middleName: 'Văn' }),
  shown('Trần Thị Thu Hà', 'Hà', 'Trần', { middleName: 'Thị Thu' }),
  shown('Đặng Minh Tuấn', 'Tuấn', 'Đặng', { middleName: 'Minh' }),
  shown('Lê Văn Tám', 'Tám', 'Lê', { middleName: 'Văn' }),
  shown('Nguyen Van An', 'An', 'Nguyen', { middleName: 'Van' }),
  shown('Nguyễn An', 'An', 'Nguyễn'),
  person('An Nguyen', 'An', 'Nguyen'),
  // Both are surnames, and Hoang is a given name too: read as the world writes it.
  person('Hoang Nguyen', 'Hoang', 'Nguyen'),

  // Japan, China, Korea
  // What Outlook in Japan calls 敬称 is our title.
  shown('山田 太郎様', '太郎', '山田', { title: '様', displayName: '山田 太郎' }),
  shown('山田太郎 様', '太郎', '山田', { title: '様', displayName: '山田太郎' }),
  shown('山田様', '', '山田', { title: '様', displayName: '山田' }),
  shown('田中さん', '', '田中', { title: 'さん', displayName: '田中' }),
  shown('佐藤部長', '', '佐藤', { title: '部長', displayName: '佐藤' }),
  shown('佐々木健', '健', '佐々木'),
  shown('高橋 みなみ', 'みなみ', '高橋'),
  // Nothing tells where the surname of three or four characters ends when no list knows it.
  whole('勅使河原宏'),
  person('株式会社コントソ 山田太郎', '太郎', '山田', { companyName: '株式会社コントソ', displayName: '山田太郎' }),
  person('山田太郎（コントソ株式会社）', '太郎', '山田', { companyName: 'コントソ株式会社', displayName: '山田太郎' }),
  whole('営業部 山田'),
  whole('株式会社コントソ', '株式会社コントソ', { companyName: '株式会社コントソ' }),
  whole('微软（中国）有限公司', '微软（中国）有限公司', { companyName: '微软（中国）有限公司' }),
  shown('王 小明', '小明', '王'),
  shown('李娜', '娜', '李'),
  shown('司马相如', '相如', '司马'),
  shown('王先生', '', '王', { title: '先生', displayName: '王' }),
  person('陈大文 David', '大文', '陈', { displayName: '陈大文', nickName: 'David' }),
  person('David Chen 陈大文', 'David', 'Chen'),
  person('David 陈', 'David', '陈'),
  person('WANG Xiaoming', 'Xiaoming', 'Wang'),
  // "Wang Xiaoming" and "Xiaoming Wang" look alike; mails are mostly written for the world.
  person('Xiaoming Wang', 'Xiaoming', 'Wang'),
  shown('김 민준', '민준', '김'),
  shown('김민준님', '민준', '김', { title: '님', displayName: '김민준' }),
  shown('김민준 과장', '민준', '김', { title: '과장', displayName: '김민준' }),
  // A hyphen with a small letter behind it is how Korean and Taiwanese given names are spelled.
  shown('Kim Min-jun', 'Min-jun', 'Kim'),
  shown('Tsai Ing-wen', 'Ing-wen', 'Tsai'),
  shown('Wong Ka-fai', 'Ka-fai', 'Wong'),
  person('Kim Smith-Jones', 'Kim', 'Smith-Jones'),
] as const;

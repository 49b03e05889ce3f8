import { isEastAsian } from './eastAsianScript.ts';
import { isAllCapitals } from './nameCase.ts';

/** Names written in Chinese characters, kana or Hangul: the family name comes first, often with no blank behind it. */
export type EastAsianName = { readonly surname: string; readonly givenName: string };

/** What a name with such characters says beside them. `name` is what is left. */
export type EastAsianParts = { readonly name: string; readonly title: string; readonly nickName: string; readonly companyName: string };

const chinese = new Set([...'王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭萧田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴']);
const chineseTwo = ['欧阳', '歐陽', '司马', '司馬', '上官', '诸葛', '諸葛', '司徒', '东方', '東方', '夏侯', '皇甫', '慕容', '令狐', '尉迟', '尉遲', '公孙', '公孫'];
const korean = new Set([...'김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용']);
const koreanTwo = ['남궁', '황보', '제갈', '사공', '선우', '서문', '독고', '동방'];
const japanese = ['佐々木', '長谷川', '五十嵐', '佐藤', '鈴木', '高橋', '田中', '渡辺', '渡邊', '伊藤', '山本', '中村', '小林', '加藤', '吉田', '山田',
  '山口', '松本', '井上', '木村', '斎藤', '斉藤', '清水', '山崎', '池田', '橋本', '阿部', '石川', '山下', '中島', '石井', '小川', '前田', '岡田',
  '藤田', '後藤', '近藤', '村上', '遠藤', '青木', '坂本', '福田', '太田', '西村', '藤井', '金子', '岡本', '藤原', '中野', '三浦', '原田', '中川',
  '松田', '竹内', '小野', '田村', '中山', '和田', '石田', '森田', '上田', '柴田', '酒井', '宮崎', '横山', '高木', '安藤', '宮本', '大野', '小島', '谷口', '今井', '工藤'];

/** Written on to a name without a blank: what Outlook in Japan calls 敬称 is the title. */
const honorific = /^(.+?)\s*(様|さま|さん|殿|先生|女士|小姐|部長|課長|社長|係長|교수님|선생님|님)$/u;
/** Behind a blank only: these may end a given name. */
const rank = /^(.+?)\s(君|氏|くん|ちゃん|博士|教授|씨|사원|주임|대리|과장|차장|부장|팀장|실장|이사|상무|전무|대표|교수|박사)$/u;
const company = /株式会社|有限会社|合同会社|有限公司|주식회사/u;
/** 営業部, 総務課; not the surnames that end alike. */
const isDepartment = (word: string): boolean =>
  [...word].length > 2 && /(?:部|課|室|係|局|支店|センター|센터|팀)$/u.test(word) && !/^(?:長谷部|日下部)/u.test(word);

/**
 * Takes from a name of such characters the honorific, the company in front and the name in Latin letters beside it;
 * null for all other names, and for departments.
 */
export function readEastAsian(written: string): EastAsianParts | null {
  const [, before, latin] = /^([^\p{Script=Latin}]+)\s+([\p{Script=Latin}][\p{Script=Latin}\s.'-]*)$/u.exec(written) ?? [];
  const own = before !== undefined && isEastAsian(before) ? before : written;
  if (!isEastAsian(own)) return null;
  // "陈大文 David": one word is what they are called abroad, two are the same name again.
  const nickName = own !== written && latin !== undefined && !/\s/.test(latin) && !isAllCapitals(latin) ? latin : '';
  const words = own.split(/\s+/u);
  if (words.some((word, i) => i < words.length - 1 && isDepartment(word))) return null;
  const inFront = words.length > 1 && company.test(words[0] ?? '') ? words[0] ?? '' : '';
  const person = inFront === '' ? own : words.slice(1).join(' ');
  const [, name = person, title = ''] = honorific.exec(person) ?? rank.exec(person) ?? [];
  return { name, title, nickName, companyName: inFront };
}

/** The parts, or null when it cannot be told where the family name ends. */
export function splitEastAsian(name: string): EastAsianName | null {
  const words = name.split(/[\s・]+/u).filter((word) => word !== '');
  // Katakana with dots or blanks writes a foreign name, in its own order.
  if (words.every((word) => /^[\p{Script=Katakana}ー]+$/u.test(word))) return null;
  const [first = '', second = ''] = words;
  if (words.length === 2) return { surname: first, givenName: second };
  if (words.length > 2) return null;
  // Surnames alone: "山田様", "王先生"; and who writes 田中 and no more means the surname.
  if (japanese.includes(first) || ([...first].length === 1 && (chinese.has(first) || korean.has(first)))) return { surname: first, givenName: '' };
  return cut(first, surnameLength(first));
}

function surnameLength(name: string): number {
  const letters = [...name].length;
  if (letters < 2 || letters > 5) return 0;
  const isHangul = /^\p{Script=Hangul}+$/u.test(name);
  const starts = (surname: string): boolean => name.startsWith(surname) && letters > [...surname].length;
  if (isHangul) {
    if (letters > 4) return 0;
    if (letters > 2 && koreanTwo.some(starts)) return 2;
    return korean.has([...name][0] ?? '') && letters <= 3 ? 1 : 0;
  }
  const inJapan = japanese.find(starts);
  if (inJapan) return [...inJapan].length;
  if (!/^\p{Script=Han}+$/u.test(name) || letters > 4) return 0;
  if (letters > 2 && chineseTwo.some(starts)) return 2;
  return letters <= 3 && chinese.has([...name][0] ?? '') ? 1 : 0;
}

function cut(name: string, length: number): EastAsianName | null {
  const letters = [...name];
  return length === 0 ? null : { surname: letters.slice(0, length).join(''), givenName: letters.slice(length).join('') };
}

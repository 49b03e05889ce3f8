import { wordSet } from './nameWords.ts';

/** Lists and endings that tell which word of a name is the surname, or a nickname. Compared through `bareWord`. */

/** Common in Spain, Portugal and America: two of them side by side are one double surname. */
export const iberianSurnames = wordSet(`
  garcia lopez martinez sanchez perez gomez gonzalez rodriguez fernandez hernandez jimenez ruiz diaz moreno munoz alvarez
  romero alonso gutierrez navarro torres dominguez vazquez vasquez ramos gil ramirez serrano molina blanco suarez
  ortega delgado castro ortiz rubio marquez sanz iglesias nunez medina garrido cortes castillo lozano guerrero cano
  mendez cruz calvo gallego vidal herrera pena flores cabrera campos vega reyes mendoza rojas vargas chavez rivera morales
  silva santos sousa souza oliveira pereira ferreira costa carvalho almeida ribeiro pinto rodrigues fernandes goncalves
  gomes lopes marques martins alves soares teixeira moreira correia barbosa rocha nascimento araujo cardoso`);

/** A devotion is part of the given name: "María del Carmen Ruiz". */
export const devotions = wordSet('carmen pilar rosario mar angeles dolores jesus fatima lourdes luz mercedes rocio socorro consuelo');

/** Hungarian surnames nobody is called by as a given name: with an address in the same order they stand first. */
export const hungarianSurnames = wordSet(`
  nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz lakatos meszaros olah racz fekete
  szilagyi torok feher szucs kocsis pinter fodor szalai sipos magyar gulyas biro kiraly katona bogdan bognar boros vass vincze
  hegedus deak somogyi soos veres halasz szekely hajdu kelemen illes balint pasztor barta szoke csonka pataki dudas orban`);

/** Once ranks, by German law part of the surname: "Otto Graf Lambsdorff". */
export const nobility = wordSet('freiherr freifrau freiin graf grafin baron baronin prinz prinzessin ritter edler furst furstin');

/** "Abdul Rahman", "عبد الله": no name without the word behind. The Latin ones only in front. */
export const servantOf = wordSet('abd abdul abdel abdal عبد');

/** Vietnamese surnames nobody is called by as a given name. */
export const vietnameseOnlySurnames = wordSet('nguyen tran pham huynh');
/** With two words behind them, these stand first in the Vietnamese order. */
export const vietnameseSurnames = wordSet('nguyen tran pham hoang huynh phan vu vo dang bui');
/** Vietnamese only with their marks: "Lê" is, "Le" may be an article. */
export const markedVietnameseSurnames: ReadonlySet<string> = new Set('lê đỗ hồ ngô dương lý đinh đoàn trịnh đào võ vũ bùi đặng hoàng phạm trần nguyễn huỳnh'.split(' '));

/** Korean and Chinese surnames in Latin letters. */
export const romanizedSurnames = wordSet(`
  kim lee park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn song ryu yoo hong moon ban roh noh
  lin chen wang huang chang chiang liu tsai wu hsu yang cheng hsieh kuo tseng chou yeh su li xu ma he hu lu yu ng ho zhu gu
  wong chan cheung lau leung tam yip fung lai zhang zhao zhou liang`);

/** Short forms of given names: in brackets behind a name they are a nickname, not a company. */
export const shortForms = wordSet(`
  bob bobby rob robbie bill billy will liz lizzy beth betty mike mick mickey jim jimmy tom tommy dick rick rich ron tony
  andy alex al ed eddie ted fred frank chuck charlie chris kate katie kathy cathy jen jenny jess sam sammy steve joe joey
  jack johnny dan danny dave matt nick nate pat patty peggy meg maggie sue suzy vicky becky debbie greg jeff ken larry
  tim toby zack ben abby angie barb cindy ellie gabe gus hank jerry kim lou mandy mel mitch nan pam pete phil ray
  sandy stan terry val wes uli hansi sepp toni pepe paco nacho lola`);

/** Slavic patronymics, also in Latin letters. */
export const patronymic = /(?:ович|евич|івич|ївич|овна|евна|івна|ївна|инична|ovich|evich|ovych|ovna|evna|ivna)$/iu;

/** Endings that only surnames have, save for the few given names below. */
export const surnameEnding = /(?:.(?:ов|ев|ёв|ова|ева|ёва)|ский|ская|цкий|цкая|енко|όπουλος|οπούλου|ίδης|ίδου|άκης)$/iu;
export const endsLikeSurname = wordSet('Яков Иаков Лев Ева Пров');

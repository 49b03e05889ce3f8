import { wordSet } from './nameWords.ts';

/**
 * Given names met most, to tell them from surnames and companies where nothing else does. Those that are as common as
 * surnames ("Thomas", "Martin") are in it too: whoever asks looks at the other word as well. Compared through `bareWord`.
 */
export const givenNames = wordSet(`
  aaron adam adele adrian agnes aisha alan albert alejandro alessandro alexander alexandra alice alicia alison amanda amelia amy ana
  anastasia anders andre andrea andreas andrei andrew angela anita anja ann anna anne annette annika anthony antoine anton antonia
  antonio arthur astrid audrey austin barbara beatrice ben benjamin bernard bernd bettina birgit bjorn boris brandon brenda brian
  bridget bruno camille carl carla carlos carmen carol caroline catherine cecilia charles charlotte chiara christian christina
  christine christoph christopher clara claire claudia claus colin connor craig cristina cynthia dagmar daniel daniela david deborah
  denise dennis derek diana diego dieter dimitri dirk dominik donald donna doris dorothea douglas edith eduardo edward elena eleanor
  elisabeth elizabeth ella ellen emil emilia emily emma enrique eric erica erik erika ernst esther eugene eva evelyn fabian fatima
  federico felix ferdinand fernando fiona florian florence frances francesca francesco francis francisco francois frank franz
  frederic frederik friedrich gabriel gabriela gary geoffrey george georg gerald gerhard gertrude giovanni giulia giuseppe gloria
  gordon grace graham greg gregory greta guillaume gunther gustav hana hanna hannah hans harald harold harry heather heidi heike
  heinrich heinz helen helena helene helmut henri henrik henry herbert hermann holger hubert hugo ian ibrahim ida ingrid irene iris
  isabel isabella ivan jack jacob jacques jakob jakub james jan jana jane janet jason javier jean jeffrey jennifer jens jeremy
  jessica jill joan joao joachim joanna johan johann johanna johannes john jonas jonathan jorg jorge jose josef joseph joshua juan
  judith julia julian juliane julie jurgen justin karel karen karin karl karsten katarina katerina katharina kathleen kathryn katja
  katrin keith kelly kenneth kerstin kevin kirsten klaus konrad krzysztof kurt lars laura laurence lauren lea lena leon leonard
  leonardo leonie linda lisa lorenzo louis louise luca lucas lucia lucy luis luisa lukas lydia magdalena maja manfred manuel manuela
  marc marcel marco marcus margaret margarita maria marie marina mario marion mark markus marta martha martin martina mary mateo
  matteo matthew matthias maurice max maximilian megan melanie melissa michael michaela michal michel michelle miguel mikael milan
  miriam mohamed mohammed monica monika nadia nadine nancy natalia natalie nathan neil nicholas nicola nicolas nicole niklas nina
  nora norbert oksana olaf oleg olga oliver olivia olivier omar oscar oskar otto pablo pamela paola paolo pascal patricia patrick
  paul paula paulo pavel pedro peter petr petra philip philipp philippe pierre piotr rachel rafael rainer ralf ralph raphael raymond
  rebecca regina reinhard renate richard robert roberto robin roger roland rolf roman ronald rosa rosemary rudolf russell ruth ryan
  sabine sabrina samantha samuel sandra santiago sara sarah sebastian sergei sergio sharon sheila shirley sigrid silke silvia simon
  simone sofia sofie sonja sophia sophie stefan stefanie steffen stephan stephanie stephen steven stuart susan susanne suzanne sven
  svetlana sydney sylvia tamara tanja tanya tatiana teresa theodor theresa thierry thomas tiffany tilda timothy tobias tomas tomasz
  torsten tracy ulrich ulrike ursula ute uwe valentina valerie vanessa vera veronica victor victoria viktor vincent virginia
  vladimir volker walter wendy werner wilhelm william wolfgang yannick yvonne zoe zuzana
  agnieszka andras aniko attila balazs bence csaba daria dorota edit erzsebet eszter ferenc gabor gergely gyorgy ildiko ilona imre
  istvan jozsef katalin kinga krisztina laszlo levente marton mate mihaly miklos orsolya sandor szabolcs tamas tibor timea tunde
  zoltan zsofia zsolt zsuzsanna malgorzata pawel wojciech zofia jiri vaclav radek ondrej lenka jitka hristo ivana marko matej nikola`);

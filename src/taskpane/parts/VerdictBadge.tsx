import { Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PersonRow } from '#app/lookUpPeople';
import { markOf } from './markOf.ts';
import { allSaved } from './unsaved.ts';
import type { Unsaved } from './unsaved.ts';
import { useTexts } from '../text/TextContext.ts';
import type { Texts } from '../text/en.ts';

/** What stands beside a person's name: the verdict, or why there is none. */
function verdictText(texts: Texts, row: PersonRow): string {
  switch (row.standing) {
    case 'self': return texts.people.self;
    case 'machine': return texts.people.machine;
    case 'noAddress': return texts.people.noAddress;
    case 'person': return texts.verdict[row.verdict.kind];
  }
}

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex', alignItems: 'center', flexShrink: 0, boxSizing: 'border-box', height: '20px', paddingInline: '6px',
    border: '1px solid transparent', borderRadius: tokens.borderRadiusCircular,
    fontFamily: tokens.fontFamilyBase, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap',
  },
  plain: { color: tokens.colorNeutralForeground3, paddingInline: 0 },
  known: { backgroundColor: tokens.colorStatusSuccessBackground1, color: tokens.colorStatusSuccessForeground1, border: `1px solid ${tokens.colorStatusSuccessBorder1}` },
  doubtful: { backgroundColor: tokens.colorStatusWarningBackground1, color: tokens.colorStatusWarningForeground2, border: `1px solid ${tokens.colorStatusWarningBorder1}` },
  likely: { backgroundColor: tokens.colorNeutralBackground4, color: tokens.colorNeutralForeground3, border: `1px solid ${tokens.colorNeutralStroke2}` },
  stranger: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2, border: `1px solid ${tokens.colorBrandStroke2}` },
});

const looks = { known: 'known', several: 'doubtful', likely: 'likely', stranger: 'stranger', looking: 'plain', unsure: 'doubtful' } as const;

/** `unsaved`: which contacts are not in Outlook (yet); where it is left out nothing is said of that. */
export function VerdictBadge({ row, unsaved = allSaved }: { readonly row: PersonRow; readonly unsaved?: Unsaved }) {
  const texts = useTexts();
  const styles = useStyles();
  const text = verdictText(texts, row);
  const mark = markOf(row, unsaved);
  if (mark === 'list' || mark === 'room') return <span className={mergeClasses(styles.badge, styles.plain)}>{texts.rollCall.trait[mark]}</span>;
  if (mark === 'refused') return <span className={mergeClasses(styles.badge, styles.doubtful)}>{texts.rollCall.trait.refused}</span>;
  if (mark === 'known' && row.verdict.kind === 'known' && unsaved.get(row.verdict.contact.id) === 'late') {
    return <span className={mergeClasses(styles.badge, styles.plain)}>{texts.rollCall.late}</span>;
  }
  if (row.standing === 'person' && row.verdict.kind === 'looking') return <Spinner size="extra-tiny" aria-label={text} />;
  return <span className={mergeClasses(styles.badge, styles[row.standing === 'person' ? looks[row.verdict.kind] : 'plain'])}>{text}</span>;
}

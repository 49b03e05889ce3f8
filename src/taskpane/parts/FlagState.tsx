import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, ClockAlarmRegular, FlagFilled, FlagRegular } from '@fluentui/react-icons';
import { standingOf } from '#domain/followUp';
import type { FollowUp } from '#domain/followUp';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';
import { useCell } from '../useCell.ts';
import { useToday } from '../useToday.ts';
import { followUpText } from './followUpText.ts';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '6px', minWidth: 0 },
  icon: { fontSize: '16px', lineHeight: 0, flexShrink: 0 },
  urgent: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const icons = { overdue: <ClockAlarmRegular />, today: <FlagFilled />, soon: <FlagRegular />, noDate: <FlagRegular />, done: <CheckmarkCircleRegular /> } as const;

/** Where somebody's follow-up stands, in words and with an icon. Nothing for somebody who is not flagged. */
export function FlagState({ flag }: { readonly flag: FollowUp }) {
  const texts = useTexts();
  const styles = useStyles();
  const { language } = useCell(useServices().look);
  const today = useToday();
  const standing = standingOf(flag, today);
  if (standing === 'none') return null;
  return (
    <span className={mergeClasses(styles.line, standing === 'overdue' || standing === 'today' ? styles.urgent : styles.quiet)}>
      <span className={styles.icon} aria-hidden="true">{icons[standing]}</span>
      <Text size={200} weight={standing === 'overdue' ? 'semibold' : 'regular'}>{followUpText(texts, flag, today, language)}</Text>
    </span>
  );
}

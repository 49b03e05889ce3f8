import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px', justifyItems: 'center', textAlign: 'center', padding: '32px 16px 16px' },
  icon: { fontSize: '40px', color: tokens.colorNeutralForeground3, lineHeight: 1 },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** A calm place where there is nothing to show yet. */
export function Empty({ icon, title, hint, level = 1 }: { readonly icon: ReactNode; readonly title: string; readonly hint: string; readonly level?: 1 | 2 }) {
  const styles = useStyles();
  return (
    <div className={styles.box}>
      <span className={styles.icon} aria-hidden="true">{icon}</span>
      <Text as={`h${level}`} size={400} weight="semibold">{title}</Text>
      <Text className={styles.hint}>{hint}</Text>
    </div>
  );
}

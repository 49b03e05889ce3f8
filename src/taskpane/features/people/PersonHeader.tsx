import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { PersonRow } from '#app/lookUpPeople';
import { Face } from '../../parts/Face.tsx';
import { VerdictBadge } from '../../parts/VerdictBadge.tsx';
import { useTexts } from '../../text/TextContext.ts';

const useStyles = makeStyles({
  head: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr) auto', gap: '2px 12px', alignItems: 'center', padding: '12px 16px' },
  text: { display: 'grid', minWidth: 0 },
  address: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  name: { overflowWrap: 'anywhere' },
});

/** A person as the mail names them, with the verdict. */
export function PersonHeader({ row }: { readonly row: PersonRow }) {
  const texts = useTexts();
  const styles = useStyles();
  const name = row.person.name || row.person.address;
  return (
    <div className={styles.head}>
      <Face name={name} size={48} closely address={row.person.address} />
      <div className={styles.text}>
        <Text as="h1" size={400} weight="semibold" className={styles.name}>{name}</Text>
        {row.person.alsoNamed && <Text size={200} className={styles.address}>{texts.rollCall.alsoNamed(row.person.alsoNamed.join(', '))}</Text>}
        {name !== row.person.address && <Text size={200} className={styles.address}>{row.person.address}</Text>}
      </div>
      <VerdictBadge row={row} />
    </div>
  );
}

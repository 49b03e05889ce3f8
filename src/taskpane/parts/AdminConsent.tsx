import { Link, Text, makeStyles } from '@fluentui/react-components';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';
import { CopyButton } from './CopyButton.tsx';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '4px', justifyItems: 'start' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px' },
});

/** The way out when an administrator has to agree: the page for it, to open or to send on. */
export function AdminConsent() {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  return (
    <div className={styles.box}>
      <Text size={200}>{texts.signIn.adminHint}</Text>
      <div className={styles.line}>
        <Link href={services.adminConsentAddress} target="_blank" rel="noopener noreferrer">{texts.signIn.adminOpen}</Link>
        <CopyButton text={services.adminConsentAddress} label={texts.signIn.adminCopy} />
      </div>
    </div>
  );
}

import { makeStyles } from '@fluentui/react-components';
import type { Contact } from '#domain/contact';
import { CategoryButton } from '../../parts/CategoryButton.tsx';
import { CategoryChip } from '../../parts/CategoryChip.tsx';
import { FlagButton } from '../../parts/FlagButton.tsx';
import { FlagState } from '../../parts/FlagState.tsx';
import { useFlag } from '../../parts/useFlag.ts';
import { useCategories } from '../../parts/useCategories.ts';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '4px', listStyleType: 'none', margin: 0, padding: 0 },
  chip: { minWidth: 0, display: 'flex' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** The categories of a contact and its follow-up flag, and how to change them. */
export function CardLabels({ contact, name }: { readonly contact: Contact; readonly name: string }) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const { list } = useCategories({ refresh: false });
  const flag = useFlag(contact.id);
  return (
    <div className={styles.box}>
      {contact.categories.length > 0 && (
        <ul className={styles.chips} aria-label={texts.categories.title}>
          {contact.categories.map((category) => <li key={category} className={styles.chip}><CategoryChip name={category} list={list} /></li>)}
        </ul>
      )}
      {flag.value !== null && <FlagState flag={flag.value} />}
      <div className={styles.actions}>
        <CategoryButton size="small" label={texts.categories.edit} about={texts.categories.of(name)} contacts={() => Promise.resolve([contact])} onWish={(wish, chosen) => void services.categorize(chosen, wish)} />
        {flag.offered && <FlagButton size="small" label={texts.followUp.flag} flag={flag.value} onFlag={(wanted) => void services.setFlag([contact], wanted)} />}
      </div>
    </div>
  );
}

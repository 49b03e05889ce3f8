import { useEditStyles } from './useEditStyles.ts';
import { halfFields } from './fieldGroups.ts';
import type { FormField } from './fieldGroups.ts';
import { FormFieldOf } from './FormFieldOf.tsx';

/** Fields under each other, short ones in pairs. */
export function FieldGroupBody({ fields }: { readonly fields: readonly FormField[] }) {
  const styles = useEditStyles();
  return (
    <div className={styles.group}>
      {fields.map((name) => <div key={name} className={halfFields.has(name) ? styles.half : styles.wide}><FormFieldOf name={name} /></div>)}
    </div>
  );
}

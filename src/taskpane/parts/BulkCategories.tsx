import type { BulkControlProps } from '../bulkActions.tsx';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';
import { CategoryButton } from './CategoryButton.tsx';

/** Categories of several contacts: a mark in between is on some of them. */
export function BulkCategories({ count, disabled, bare = false, contacts, onDone }: BulkControlProps) {
  const services = useServices();
  const texts = useTexts();
  return (
    <CategoryButton size="small" bare={bare} disabled={disabled} label={texts.categories.edit} about={texts.categories.editOf(count)} contacts={contacts}
      onWish={(wish, chosen) => void services.categorize(chosen, wish).then(onDone)} />
  );
}

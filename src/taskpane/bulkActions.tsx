import { DeleteRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Services } from '#app/services';
import type { Contact } from '#domain/contact';
import type { Texts } from './text/en.ts';

/** Something that can be done with several contacts at once. */
export type BulkAction = {
  readonly id: string;
  readonly label: (texts: Texts) => string;
  readonly icon: ReactElement;
  /** What is asked before; left out where one click is enough. */
  readonly confirm?: (texts: Texts, count: number) => string;
  readonly run: (services: Services, contacts: readonly Contact[]) => Promise<unknown>;
};

/** All of them, in the order they are offered: a new one is an entry here. */
export const bulkActions: readonly BulkAction[] = [
  {
    id: 'delete', label: (texts) => texts.card.remove, icon: <DeleteRegular />,
    confirm: (texts, count) => texts.browse.confirmDelete(count),
    run: (services, contacts) => services.removeMany(contacts),
  },
];

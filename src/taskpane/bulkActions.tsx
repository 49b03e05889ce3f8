import { DeleteRegular } from '@fluentui/react-icons';
import type { ComponentType, ReactElement } from 'react';
import type { Services } from '#app/services';
import type { Contact } from '#domain/contact';
import { lazily } from './parts/lazily.tsx';
import type { Texts } from './text/en.ts';

const BulkCategories = lazily(() => import('./parts/BulkCategories.tsx').then((it) => it.BulkCategories));
const BulkFlag = lazily(() => import('./parts/BulkFlag.tsx').then((it) => it.BulkFlag));
const BulkMove = lazily(() => import('./parts/BulkMove.tsx').then((it) => it.BulkMove));

/** Something that can be done with several contacts at once. */
export type BulkAction = BulkButton | BulkControl;

/** One click, and perhaps a question before it. */
export type BulkButton = {
  readonly id: string;
  readonly label: (texts: Texts) => string;
  readonly icon: ReactElement;
  /** What is asked before; left out where one click is enough. */
  readonly confirm?: (texts: Texts, count: number) => string;
  readonly run: (services: Services, contacts: readonly Contact[]) => Promise<unknown>;
};

/** Where there is something to choose first: it brings its own button. */
export type BulkControl = { readonly id: string; readonly Control: ComponentType<BulkControlProps> };
export type BulkControlProps = {
  readonly count: number;
  readonly disabled: boolean;
  /** Only the icon is shown, where room is scarce. */
  readonly bare?: boolean;
  /** The chosen contacts; read when they are wanted, for they may be many. */
  readonly contacts: () => Promise<readonly Contact[]>;
  /** The act is on its way. */
  readonly onDone: () => void;
};

/** All of them, in the order they are offered: a new one is an entry here. */
export const bulkActions: readonly BulkAction[] = [
  { id: 'categories', Control: BulkCategories },
  { id: 'flag', Control: BulkFlag },
  { id: 'move', Control: BulkMove },
  {
    id: 'delete', label: (texts) => texts.card.remove, icon: <DeleteRegular />,
    confirm: (texts, count) => texts.browse.confirmDelete(count),
    run: (services, contacts) => services.removeMany(contacts),
  },
];

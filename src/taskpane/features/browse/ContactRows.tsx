import type { RefObject } from 'react';
import type { Contact, ContactId } from '#domain/contact';
import { RowList } from '../../parts/RowList.tsx';
import type { RowListHandle } from '../../parts/RowList.tsx';
import { useTexts } from '../../text/TextContext.ts';
import type { Window } from '../../useBrowse.ts';
import type { BrowsePlace } from './browsePlace.ts';
import { ContactRow, rowHeight } from './ContactRow.tsx';

export type ContactRowsHandle = RowListHandle;

type Props = {
  readonly handle: RefObject<ContactRowsHandle | null>;
  readonly place: BrowsePlace;
  readonly total: number;
  readonly found: Window | null;
  readonly text: string;
  readonly language: string;
  readonly chosen: ReadonlySet<ContactId>;
  readonly choosing: boolean;
  readonly onRange: (first: number, count: number) => void;
  readonly onOpen: (contact: Contact) => void;
  readonly onToggle: (id: ContactId, at: number) => void;
  readonly onExtend: (from: number, to: number) => void;
  readonly onAll: () => void;
  readonly onClear: () => void;
  readonly onType: () => void;
};

/** All contacts, of whom only a window is in memory: a row outside it is still being read, and nothing can be done with it. */
export function ContactRows({ place, found, text, language, chosen, onOpen, onToggle, ...list }: Props) {
  const texts = useTexts();
  const contactAt = (at: number): Contact | null => found?.rows[at - found.from] ?? null;
  return (
    <RowList {...list} place={place} name="contact-row" label={texts.browse.title} rowHeight={rowHeight} busy={found === null}
      canOpen={(at) => contactAt(at) !== null}
      onOpen={(at) => { const contact = contactAt(at); if (contact) onOpen(contact); }}
      onToggle={(at) => { const contact = contactAt(at); if (contact) onToggle(contact.id, at); }}
      row={({ id, at, total, top, isActive, onClick }) => {
        const contact = contactAt(at);
        return (
          <ContactRow key={at} id={id} at={at} total={total} top={top} contact={contact} text={text} language={language} choosing={list.choosing}
            isActive={isActive} isChosen={contact !== null && chosen.has(contact.id)} onClick={onClick} />
        );
      }} />
  );
}

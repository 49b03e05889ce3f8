import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CameraRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { DragEvent } from 'react';
import type { Contact } from '#domain/contact';
import { Face } from '../../parts/Face.tsx';
import { lazily } from '../../parts/lazily.tsx';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';

const PhotoDialog = lazily(() => import('./PhotoDialog.tsx').then((it) => it.PhotoDialog));

const prefetchAfterMs = 3_500;

const useStyles = makeStyles({
  place: { position: 'relative', display: 'inline-grid' },
  // Over the face, not around it: initials would count as the button's own words.
  button: {
    position: 'absolute', inset: 0, padding: 0, border: 'none', backgroundColor: 'transparent', borderRadius: '50%', cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    ':hover [data-mark]': { color: tokens.colorNeutralForeground2BrandHover },
  },
  over: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: '2px' },
  mark: {
    position: 'absolute', insetInlineEnd: '-4px', insetBlockEnd: '-4px', width: '24px', height: '24px', borderRadius: '50%', fontSize: '14px',
    display: 'grid', placeItems: 'center', backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground2,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
});

/** The face on a card: a click or a picture dropped on it opens what changes it. */
export function PhotoFace({ contact, address }: { readonly contact: Contact; readonly address?: string }) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const offered = !useCell(services.extras.notOffered).has('photo');
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<{ readonly dropped: DataTransferFile | null } | null>(null);
  const [over, setOver] = useState(false);
  const name = contact.displayName || contact.companyName || texts.card.emptyName;
  const addresses = [...new Set([...(address === undefined ? [] : [address]), ...contact.emailAddresses.map((one) => one.address)])].filter((one) => one !== '');

  // While the person reads, so that it is there at once, and offline too.
  useEffect(() => {
    const timer = setTimeout(PhotoDialog.prefetch, prefetchAfterMs);
    return () => clearTimeout(timer);
  }, []);

  const face = <Face name={name} size={56} contactId={contact.id} closely address={addresses[0] ?? null} />;
  if (!offered) return face;
  const onDrag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <span className={styles.place}>
      {face}
      <button ref={button} type="button" className={mergeClasses(styles.button, over && styles.over)} aria-label={texts.photo.change(name)} title={texts.photo.change(name)}
        aria-haspopup="dialog" onClick={() => setOpen({ dropped: null })} onDragEnter={onDrag} onDragOver={onDrag} onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          setOpen({ dropped: { file: event.dataTransfer.files[0] ?? null } });
        }}>
        <span className={styles.mark} aria-hidden="true" data-mark=""><CameraRegular /></span>
      </button>
      {open && (
        <PhotoDialog contact={contact} name={name} addresses={addresses} dropped={open.dropped} onClose={() => {
          setOpen(null);
          button.current?.focus();
        }} />
      )}
    </span>
  );
}

/** What was dropped on the face; `file` null where no file was in it. */
export type DataTransferFile = { readonly file: Blob | null };

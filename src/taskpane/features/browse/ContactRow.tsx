import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, CircleRegular } from '@fluentui/react-icons';
import { memo } from 'react';
import type { MouseEvent } from 'react';
import type { Contact } from '#domain/contact';
import { CategorySwatch } from '../../parts/CategorySwatch.tsx';
import { categoryNamed, useCategories } from '../../parts/useCategories.ts';
import { contactLine } from '../../parts/contactLine.ts';
import { Face } from '../../parts/Face.tsx';
import { useTexts } from '../../text/TextContext.ts';
import { unseen } from '../../parts/unseen.ts';

export const rowHeight = 48;

const mostDots = 4;

const useStyles = makeStyles({
  row: {
    position: 'absolute', insetInlineStart: 0, insetInlineEnd: 0, height: `${rowHeight}px`, boxSizing: 'border-box', cursor: 'pointer',
    display: 'grid', gridTemplateColumns: '32px minmax(0, 1fr) auto', alignItems: 'center', gap: '10px', paddingInline: '16px 12px',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected },
  face: { position: 'relative', width: '32px', height: '32px', display: 'grid', placeItems: 'center' },
  // The face gives way to the mark where a pointer or the wish to choose makes that likely.
  mark: { fontSize: '24px', lineHeight: 0, color: tokens.colorNeutralForeground3 },
  marked: { color: tokens.colorCompoundBrandForeground1 },
  text: { display: 'grid', minWidth: 0 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  dots: { display: 'flex', gap: '3px' },
  unseen,
  coming: { height: '10px', width: '60%', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground4 },
});

type Props = {
  readonly id: string;
  readonly at: number;
  readonly total: number;
  readonly top: number;
  /** Null while it is being read. */
  readonly contact: Contact | null;
  readonly text: string;
  readonly language: string;
  readonly choosing: boolean;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly onClick: (at: number, event: MouseEvent, onFace: boolean) => void;
};

export const ContactRow = memo(function ContactRow({ id, at, total, top, contact, text, language, choosing, isActive, isChosen, onClick }: Props) {
  const texts = useTexts();
  const styles = useStyles();
  const { list } = useCategories({ refresh: false });
  const { name, detail } = contact === null ? { name: '', detail: '' } : contactLine(contact, text, texts, language);
  return (
    <div id={id} role="option" aria-selected={isChosen} aria-setsize={total} aria-posinset={at + 1} data-active={isActive}
      className={mergeClasses(styles.row, isChosen && styles.chosen)} style={{ top }} onClick={(event) => onClick(at, event, false)}
      {...(contact === null ? { 'aria-label': texts.browse.coming } : {})}>
      <span className={styles.face} aria-hidden="true" onClick={(event) => {
        event.stopPropagation();
        onClick(at, event, true);
      }}>
        {choosing
          ? <span className={mergeClasses(styles.mark, isChosen && styles.marked)}>{isChosen ? <CheckmarkCircleFilled /> : <CircleRegular />}</span>
          : contact !== null && <Face name={contact.displayName || name} size={32} contactId={contact.id} />}
      </span>
      {contact === null ? <span className={styles.coming} aria-hidden="true" /> : (
        <>
          <span className={styles.text}>
            <Text className={styles.line} weight="semibold">{name}</Text>
            <Text className={mergeClasses(styles.line, styles.quiet)} size={200}>{detail}</Text>
          </span>
          {contact.categories.length > 0 && (
            <span className={styles.dots} title={contact.categories.join(', ')}>
              {contact.categories.slice(0, mostDots).map((category) => <CategorySwatch key={category} color={categoryNamed(list, category)?.color ?? 'none'} />)}
              <span className={styles.unseen}>{texts.browse.categories(contact.categories.join(', '))}</span>
            </span>
          )}
        </>
      )}
    </div>
  );
});

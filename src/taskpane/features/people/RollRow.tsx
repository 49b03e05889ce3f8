import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, CircleRegular, FolderRegular, PersonAddRegular } from '@fluentui/react-icons';
import { Fragment, memo } from 'react';
import type { Category } from '#domain/category';
import type { ContactFolder } from '#domain/contact';
import type { PersonOnItem } from '#domain/personOnItem';
import { CategorySwatch } from '../../parts/CategorySwatch.tsx';
import { Face } from '../../parts/Face.tsx';
import type { RowProps } from '../../parts/RowList.tsx';
import { categoryNamed } from '../../parts/useCategories.ts';
import { VerdictBadge } from '../../parts/VerdictBadge.tsx';
import type { Unsaved } from '../../parts/unsaved.ts';
import type { Texts } from '../../text/en.ts';
import { useTexts } from '../../text/TextContext.ts';
import type { Entry } from './rollCall.ts';
import { unseen } from '../../parts/unseen.ts';

export const rollRowHeight = 52;

const useStyles = makeStyles({
  row: {
    position: 'absolute', contain: 'layout style paint', insetInlineStart: 0, insetInlineEnd: 0, height: `${rollRowHeight}px`, boxSizing: 'border-box', cursor: 'pointer',
    display: 'grid', gridTemplateColumns: '32px minmax(0, 1fr) auto', alignItems: 'center', gap: '10px', paddingInline: '16px 12px',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected },
  face: { width: '32px', height: '32px', display: 'grid', placeItems: 'center' },
  mark: { fontSize: '24px', lineHeight: 0, color: tokens.colorNeutralForeground3 },
  marked: { color: tokens.colorCompoundBrandForeground1 },
  text: { display: 'grid', minWidth: 0 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  // Told apart by what stands before them, for a folder and a category are often called the same.
  folder: { fontSize: '14px', verticalAlign: '-2px', marginInline: '2px' },
  swatch: { display: 'inline-block', verticalAlign: '-1px', lineHeight: 0, marginInline: '2px' },
  unseen,
  differs: { color: tokens.colorPaletteDarkOrangeForeground1 },
  end: { display: 'flex', alignItems: 'center', gap: '2px' },
  save: {
    display: 'grid', placeItems: 'center', width: '28px', height: '28px', fontSize: '20px', borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorBrandForeground1, ':hover': { backgroundColor: tokens.colorSubtleBackgroundPressed },
  },
});

type Props = RowProps & {
  readonly entry: Entry;
  readonly unsaved: Unsaved;
  readonly folders: readonly ContactFolder[];
  /** The mailbox's, for their colours; null where they are not known. */
  readonly categories: readonly Category[] | null;
  readonly choosing: boolean;
  readonly isChosen: boolean;
  readonly onSave: (person: PersonOnItem) => void;
};

/** Somebody in the list, of plain elements: many come and go while one scrolls. The pointer can choose them at the face and save them at the end; the keyboard does it with Space and Enter. */
export const RollRow = memo(function RollRow({ id, at, total, top, isActive, onClick, entry, unsaved, folders, categories, choosing, isChosen, onSave }: Props) {
  const texts = useTexts();
  const styles = useStyles();
  const { row, name, mark } = entry;
  const differs = entry.differs.map((what) => texts.rollCall.differs[what]).join(', ');
  const details = detail(texts, entry, folders);
  const inWords = details.map(({ text }) => text).join(' · ');
  return (
    <div id={id} role="option" aria-selected={isChosen} aria-setsize={total} aria-posinset={at + 1} data-active={isActive}
      className={mergeClasses(styles.row, isChosen && styles.chosen)} style={{ top }} onClick={(event) => onClick(at, event, false)}>
      <span className={styles.face} aria-hidden="true" onClick={(event) => {
        event.stopPropagation();
        onClick(at, event, true);
      }}>
        {choosing
          ? <span className={mergeClasses(styles.mark, isChosen && styles.marked)}>{isChosen ? <CheckmarkCircleFilled /> : <CircleRegular />}</span>
          : <Face name={name} size={32} contactId={row.verdict.kind === 'known' ? row.verdict.contact.id : null} />}
      </span>
      <span className={styles.text}>
        <span className={mergeClasses(styles.line, row.standing === 'person' && styles.strong)}>{name}</span>
        <span className={mergeClasses(styles.line, styles.quiet)} title={differs === '' ? inWords : `${texts.rollCall.differsIn(differs, row.person.name)} · ${inWords}`}>
          {differs !== '' && <span className={styles.differs}>{texts.rollCall.differsIn(differs, row.person.name)} · </span>}
          {details.map(({ text, is }, n) => (
            <Fragment key={`${n}${text}`}>
              {n > 0 && ' · '}
              {is === 'folder' && <><FolderRegular className={styles.folder} aria-hidden="true" /><span className={styles.unseen}>{texts.fields.folder} </span></>}
              {is === 'category' && <><span className={styles.swatch}><CategorySwatch color={categoryNamed(categories, text)?.color ?? 'none'} /></span><span className={styles.unseen}>{texts.rollCall.category} </span></>}
              {text}
            </Fragment>
          ))}
        </span>
      </span>
      <span className={styles.end}>
        <VerdictBadge row={row} unsaved={unsaved} />
        {mark === 'fresh' && !choosing && (
          <span className={styles.save} aria-hidden="true" title={texts.save.saveOf(name)} onClick={(event) => {
            event.stopPropagation();
            onSave(row.person);
          }}><PersonAddRegular /></span>
        )}
      </span>
    </div>
  );
});

type Detail = { readonly text: string; readonly is?: 'folder' | 'category' };

/** Role and answer, another name beside the address, where a known one is kept and under what, and the address: the end may be cut off. */
function detail(texts: Texts, { row: { person, verdict }, colleague, mark }: Entry, folders: readonly ContactFolder[]): readonly Detail[] {
  const contact = verdict.kind === 'known' ? verdict.contact : null;
  const folder = contact === null ? undefined : folders.find(({ id }) => id === contact.parentFolderId);
  const role = person.roles.find((one) => one !== 'room');
  const details: readonly Detail[] = [
    { text: role === undefined ? '' : texts.role[role] }, { text: texts.response[person.response] },
    { text: person.alsoNamed === undefined ? '' : texts.rollCall.alsoNamed(person.alsoNamed.join(', ')) },
    { text: colleague && mark !== 'known' && mark !== 'refused' ? texts.rollCall.colleague : '' },
    { text: folder === undefined || folder.isDefault ? '' : folder.displayName, is: 'folder' },
    ...(contact?.categories ?? []).map((text) => ({ text, is: 'category' as const })),
    { text: person.address },
  ];
  return details.filter(({ text }) => text !== '');
}

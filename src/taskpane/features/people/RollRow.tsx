import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, CircleRegular, PersonAddRegular } from '@fluentui/react-icons';
import type { ContactFolder } from '#domain/contact';
import { Face } from '../../parts/Face.tsx';
import type { RowProps } from '../../parts/RowList.tsx';
import { VerdictBadge } from '../../parts/VerdictBadge.tsx';
import type { Unsaved } from '../../parts/unsaved.ts';
import type { Texts } from '../../text/en.ts';
import { useTexts } from '../../text/TextContext.ts';
import type { Entry } from './rollCall.ts';

export const rollRowHeight = 52;

const useStyles = makeStyles({
  row: {
    position: 'absolute', insetInlineStart: 0, insetInlineEnd: 0, height: `${rollRowHeight}px`, boxSizing: 'border-box', cursor: 'pointer',
    display: 'grid', gridTemplateColumns: '32px minmax(0, 1fr) auto', alignItems: 'center', gap: '10px', paddingInline: '16px 12px',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected },
  face: { width: '32px', height: '32px', display: 'grid', placeItems: 'center' },
  mark: { fontSize: '24px', lineHeight: 0, color: tokens.colorNeutralForeground3 },
  marked: { color: tokens.colorCompoundBrandForeground1 },
  text: { display: 'grid', minWidth: 0 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
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
  readonly choosing: boolean;
  readonly isChosen: boolean;
  readonly onSave: () => void;
};

/** Somebody in the list. The pointer can choose them at the face and save them at the end; the keyboard does it with Space and Enter. */
export function RollRow({ id, at, total, top, isActive, onClick, entry, unsaved, folders, choosing, isChosen, onSave }: Props) {
  const texts = useTexts();
  const styles = useStyles();
  const { row, name, mark } = entry;
  const differs = entry.differs.map((what) => texts.rollCall.differs[what]).join(', ');
  const details = detail(texts, entry, folders);
  return (
    <div id={id} role="option" aria-selected={isChosen} aria-setsize={total} aria-posinset={at + 1} data-active={isActive}
      className={mergeClasses(styles.row, isChosen && styles.chosen)} style={{ top }} onClick={(event) => onClick(event, false)}>
      <span className={styles.face} aria-hidden="true" onClick={(event) => {
        event.stopPropagation();
        onClick(event, true);
      }}>
        {choosing
          ? <span className={mergeClasses(styles.mark, isChosen && styles.marked)}>{isChosen ? <CheckmarkCircleFilled /> : <CircleRegular />}</span>
          : <Face name={name} size={32} contactId={row.verdict.kind === 'known' ? row.verdict.contact.id : null} />}
      </span>
      <span className={styles.text}>
        <Text className={styles.line} weight={row.standing === 'person' ? 'semibold' : 'regular'}>{name}</Text>
        <Text className={mergeClasses(styles.line, styles.quiet)} size={200} title={differs === '' ? details : `${texts.rollCall.differsIn(differs, row.person.name)} · ${details}`}>
          {differs !== '' && <span className={styles.differs}>{texts.rollCall.differsIn(differs, row.person.name)} · </span>}
          {details}
        </Text>
      </span>
      <span className={styles.end}>
        <VerdictBadge row={row} unsaved={unsaved} />
        {mark === 'fresh' && !choosing && (
          <span className={styles.save} aria-hidden="true" title={texts.save.saveOf(name)} onClick={(event) => {
            event.stopPropagation();
            onSave();
          }}><PersonAddRegular /></span>
        )}
      </span>
    </div>
  );
}

/** Role and answer, another name beside the address, where a known one is kept and under what, and the address: the end may be cut off. */
function detail(texts: Texts, { row: { person, verdict }, colleague, mark }: Entry, folders: readonly ContactFolder[]): string {
  const contact = verdict.kind === 'known' ? verdict.contact : null;
  const folder = contact === null ? undefined : folders.find(({ id }) => id === contact.parentFolderId);
  const role = person.roles.find((one) => one !== 'room');
  return [
    role === undefined ? '' : texts.role[role], texts.response[person.response],
    person.alsoNamed === undefined ? '' : texts.rollCall.alsoNamed(person.alsoNamed.join(', ')),
    colleague && mark !== 'known' && mark !== 'refused' ? texts.rollCall.colleague : '',
    folder === undefined || folder.isDefault ? '' : folder.displayName, contact === null ? '' : contact.categories.join(', '),
    person.address,
  ].filter(Boolean).join(' · ');
}

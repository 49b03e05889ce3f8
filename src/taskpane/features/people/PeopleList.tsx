import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PersonRow } from '#app/lookUpPeople';
import type { OpenItem } from '#domain/personOnItem';
import { Face } from '../../parts/Face.tsx';
import { QuickSave } from '../../parts/QuickSave.tsx';
import { VerdictBadge } from '../../parts/VerdictBadge.tsx';
import { useTexts } from '../../text/TextContext.ts';
import { markOf } from '../../parts/markOf.ts';
import { useUnsaved } from '../../parts/unsaved.ts';
import type { Unsaved } from '../../parts/unsaved.ts';
import { CutNotice } from './CutNotice.tsx';
import { countPeople, inOrder, shownName } from './peopleOrder.ts';

const useStyles = makeStyles({
  head: { padding: '12px 16px 8px', display: 'grid', gap: '2px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: '0 8px 8px' },
  row: {
    display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 32px', alignItems: 'center',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  open: {
    display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr) auto', gap: '2px 10px', alignItems: 'center',
    justifyContent: 'start', textAlign: 'start', padding: '6px 8px', minWidth: 0, width: '100%', maxWidth: 'none',
    fontWeight: tokens.fontWeightRegular,
  },
  text: { display: 'grid', minWidth: 0 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

type Props = {
  readonly item: OpenItem;
  readonly rows: readonly PersonRow[];
  readonly onOpen: (row: PersonRow) => void;
};

/** Everybody on the item, one row each. */
export function PeopleList({ item, rows, onOpen }: Props) {
  const texts = useTexts();
  const styles = useStyles();
  const unsaved = useUnsaved();
  return (
    <>
      <CutNotice item={item} />
      <div className={styles.head}>
        <Text as="h1" size={400} weight="semibold">{texts.itemKind[item.kind]}</Text>
        <Text size={200} className={styles.quiet} role="status">{texts.people.summary(countPeople(rows, unsaved))}</Text>
      </div>
      <ul className={styles.list} aria-label={texts.itemKind[item.kind]}>
        {inOrder(rows).map((row) => <Row key={row.id} row={row} unsaved={unsaved} onOpen={onOpen} />)}
      </ul>
    </>
  );
}

type RowProps = { readonly row: PersonRow; readonly unsaved: Unsaved; readonly onOpen: (row: PersonRow) => void };

function Row({ row, unsaved, onOpen }: RowProps) {
  const texts = useTexts();
  const styles = useStyles();
  const { person } = row;
  const name = shownName(row);
  const detail = [texts.role[person.roles[0] ?? 'to'], texts.response[person.response]].filter(Boolean).join(' · ');
  return (
    <li className={styles.row}>
      <Button appearance="transparent" className={styles.open} onClick={() => onOpen(row)}>
        <Face name={name} size={32} contactId={row.verdict.kind === 'known' ? row.verdict.contact.id : null} />
        <span className={styles.text}>
          <Text className={styles.line} weight={row.standing === 'person' ? 'semibold' : 'regular'}>{name}</Text>
          <Text className={mergeClasses(styles.line, styles.quiet)} size={200}>{detail}{detail && person.address ? ' · ' : ''}{person.address}</Text>
        </span>
        <VerdictBadge row={row} unsaved={unsaved} />
      </Button>
      {markOf(row, unsaved) === 'fresh' && <QuickSave person={person} look="small" />}
    </li>
  );
}

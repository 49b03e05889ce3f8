import { Button, MessageBar, MessageBarBody, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import { PeopleTeamRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { PersonOnItem } from '#domain/personOnItem';
import type { Problem } from '#domain/problem';
import { focusForNow } from '../../focusForNow.ts';
import { Trouble } from '../../parts/Trouble.tsx';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px', justifyItems: 'start', padding: '12px 16px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  quiet: { color: tokens.colorNeutralForeground2 },
  wide: { justifySelf: 'stretch', minWidth: 0 },
});

/** Offers to look into a group that is on the item. */
export function GroupMembers({ group }: { readonly group: PersonOnItem }) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const [state, setState] = useState<{ readonly reading: boolean; readonly count: number | null; readonly problem: Problem | null }>({ reading: false, count: null, problem: null });
  const box = useRef<HTMLElement>(null);
  const { readGroup } = services;
  if (readGroup === null) return null;

  const { reading, count, problem } = state;
  const read = async () => {
    const people = services.people.get();
    if (people.phase !== 'shown') return;
    // The button goes away with the click: whoever uses the keyboard stays here.
    if (box.current) focusForNow(box.current);
    setState({ reading: true, count: null, problem: null });
    const result = await readGroup(people.item, group);
    setState({ reading: false, count: result.ok ? result.value : null, problem: result.ok || result.problem.kind === 'abandoned' ? null : result.problem });
  };
  const isUnknown = problem?.kind === 'refused' && problem.code === 'noSuchGroup';
  return (
    <section ref={box} className={styles.box} aria-label={texts.wholeItem.group}>
      <Text>{texts.wholeItem.group}</Text>
      {!reading && count === null && problem === null && (
        <>
          <Text size={200} className={styles.quiet}>{texts.wholeItem.groupHint}</Text>
          <Button icon={<PeopleTeamRegular />} onClick={() => void read()}>{texts.wholeItem.showGroup}</Button>
        </>
      )}
      {reading && <Spinner size="tiny" label={texts.wholeItem.readingGroup} />}
      {count !== null && <MessageBar className={styles.wide} intent="success" layout="multiline" role="status"><MessageBarBody>{texts.wholeItem.inGroup(count)}</MessageBarBody></MessageBar>}
      {isUnknown && <MessageBar className={styles.wide} intent="warning" layout="multiline" role="alert"><MessageBarBody>{texts.wholeItem.noSuchGroup}</MessageBarBody></MessageBar>}
      {problem && !isUnknown && <div className={styles.wide}><Trouble problem={problem} retry={() => void read()} /></div>}
    </section>
  );
}

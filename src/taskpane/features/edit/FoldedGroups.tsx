import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Field, SearchBox, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { useTexts } from '../../text/TextContext.ts';
import { useEditStyles } from './useEditStyles.ts';
import { FieldGroupBody } from './FieldGroupBody.tsx';
import { findFields } from './fieldGroups.ts';
import type { GroupKey } from './fieldGroups.ts';

const useStyles = makeStyles({
  panel: { margin: 0, paddingBottom: '12px' },
  header: { marginInline: '-12px', fontWeight: tokens.fontWeightSemibold },
  search: { width: '100%', maxWidth: '100%' },
});

type Props = {
  readonly open: readonly GroupKey[];
  readonly onOpen: (open: readonly GroupKey[]) => void;
  /** What is looked for; '' shows every group. */
  readonly word: string;
  readonly onWord: (word: string) => void;
};

/** What is rare stands folded, and a word finds it: while one is looked for, only the fields that fit are there, unfolded. */
export function FoldedGroups({ open, onOpen, word, onWord }: Props) {
  const texts = useTexts();
  const styles = useStyles();
  const shared = useEditStyles();
  const box = useRef<HTMLDivElement>(null);
  const isLooking = word.trim() !== '';
  const { groups, above } = findFields(word, texts);
  const count = groups.reduce((sum, group) => sum + group.fields.length, 0);

  return (
    <div className={shared.stack} ref={box}>
      <Field label={texts.edit.find}>
        <SearchBox className={styles.search} name="findField" value={word} onChange={(_, { value }) => onWord(value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onWord('');
            // Enter would save the form; here it goes to what was found.
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            if (isLooking) box.current?.querySelector<HTMLElement>('[data-found] :is(input, textarea, button)')?.focus();
          }} />
      </Field>
      <Text role="status" size={200} className={shared.quiet}>
        {!isLooking ? '' : count > 0 ? texts.edit.found(count) : above !== null ? texts.edit.foundAbove(texts.fields[above]) : texts.edit.foundNone}
      </Text>
      <Accordion multiple collapsible openItems={isLooking ? groups.map((group) => group.key) : [...open]}
        onToggle={(_, { openItems }) => { if (!isLooking) onOpen(openItems as GroupKey[]); }}>
        {groups.map((group) => (
          <AccordionItem key={group.key} value={group.key}>
            <AccordionHeader as="h2" className={styles.header}>{texts.edit.group[group.key]}</AccordionHeader>
            <AccordionPanel className={styles.panel}><div data-found={isLooking ? '' : undefined}><FieldGroupBody fields={group.fields} /></div></AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </div>
  );
}

import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { isDay } from '#domain/calendarDay';
import { useTexts } from '../text/TextContext.ts';

const useStyles = makeStyles({ form: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'end', flexBasis: '100%' } });

/** A day of one's own for a follow-up; null when none was chosen. The browser draws the calendar. */
export function FlagDay({ initial, onDone }: { readonly initial: string; readonly onDone: (day: string | null) => void }) {
  const texts = useTexts();
  const styles = useStyles();
  const [day, setDay] = useState(initial);
  return (
    <form className={styles.form} aria-label={texts.followUp.date} onSubmit={(event) => {
      event.preventDefault();
      if (isDay(day)) onDone(day);
    }} onKeyDown={(event) => { if (event.key === 'Escape') onDone(null); }}>
      <Field label={texts.followUp.date}><Input type="date" autoFocus value={day} onChange={(_, { value }) => setDay(value)} /></Field>
      <Button type="submit" appearance="primary" disabledFocusable={!isDay(day)}>{texts.followUp.set}</Button>
      <Button onClick={() => onDone(null)}>{texts.followUp.cancel}</Button>
    </form>
  );
}

import { Button, Text, makeStyles, mergeClasses } from '@fluentui/react-components';
import { CalendarAddRegular, CopyRegular, MailRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { useServices } from '../ServicesContext.ts';
import { useTexts } from '../text/TextContext.ts';
import { copyText } from './copyText.ts';
import { namedLook } from './namedLook.ts';
import { ProblemBar } from './ProblemBar.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  grow: { flexGrow: 1 },
  within: { display: 'contents' },
  answer: { order: 2, flexBasis: '100%' },
});

/** (Outlook add-ins, "Office.Mailbox", displayNewMessageForm and displayNewAppointmentForm: 100 entries in each list) */
const mostInForm = 100;

type Props = {
  readonly disabled: boolean;
  /** Read when they are wanted, for they may be many; '' where somebody has none. */
  readonly addresses: () => Promise<readonly string[]>;
  /** Icons alone, in the line of whoever shows them. */
  readonly bare?: boolean;
};

type Form = (addresses: readonly string[]) => Promise<Result<null>>;
type Told = { readonly problem: Problem } | { readonly text: string } | { readonly open: Form; readonly addresses: readonly string[] };

/** A mail or a meeting to several people at once, in Outlook's own forms; or their addresses to paste, which works everywhere. */
export function AddressButtons({ disabled, addresses, bare = false }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const [told, setTold] = useState<Told | null>(null);
  const answer = useRef<HTMLDivElement>(null);
  // At the lower edge of a low pane what is asked would lie below what is in sight.
  useEffect(() => { if (told !== null) answer.current?.scrollIntoView({ block: 'nearest' }); }, [told]);

  const show = async (form: Form, to: readonly string[]) => {
    const shown = await form(to);
    setTold(shown.ok ? null : { problem: shown.problem });
  };
  const read = async (): Promise<readonly string[] | null> => {
    const all = [...new Set((await addresses()).filter((address) => address !== ''))];
    if (all.length === 0) setTold({ text: texts.rollCall.noAddresses });
    return all.length === 0 ? null : all;
  };
  const open = async (form: Form) => {
    const all = await read();
    if (all === null) return;
    if (all.length > mostInForm) setTold({ open: form, addresses: all });
    else await show(form, all);
  };
  const copy = async () => {
    const all = await read();
    if (all !== null) setTold({ text: await copyText(all.join('; ')) ? texts.rollCall.addressesCopied(all.length) : texts.card.copyNot });
  };

  return (
    <>
      <div className={bare ? styles.within : styles.line}>
        {services.canWriteMail() && <Button size="small" {...namedLook(texts.rollCall.write, bare)} icon={<MailRegular />} disabledFocusable={disabled} onClick={() => void open(services.writeMail)}>{bare ? null : texts.rollCall.write}</Button>}
        {services.canInvite() && <Button size="small" {...namedLook(texts.rollCall.invite, bare)} icon={<CalendarAddRegular />} disabledFocusable={disabled} onClick={() => void open(services.invite)}>{bare ? null : texts.rollCall.invite}</Button>}
        <Button size="small" {...namedLook(texts.rollCall.copy, bare)} icon={<CopyRegular />} disabledFocusable={disabled} onClick={() => void copy()}>{bare ? null : texts.rollCall.copy}</Button>
      </div>
      <div role="status" ref={answer} className={mergeClasses(bare && styles.answer)}>
        {told !== null && 'text' in told && <Text size={200}>{told.text}</Text>}
        {told !== null && 'problem' in told && <ProblemBar problem={told.problem} />}
        {told !== null && 'open' in told && (
          <div className={styles.line}>
            <Text size={200} className={styles.grow}>{texts.rollCall.tooMany(mostInForm, told.addresses.length)}</Text>
            <Button size="small" appearance="primary" onClick={() => void show(told.open, told.addresses.slice(0, mostInForm))}>{texts.rollCall.openAnyway}</Button>
            <Button size="small" onClick={() => setTold(null)}>{texts.rollCall.cancel}</Button>
          </div>
        )}
      </div>
    </>
  );
}

import { Button } from '@fluentui/react-components';
import { FlagRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { followUpOn } from '#domain/followUp';
import type { FollowUp } from '#domain/followUp';
import { useToday } from '../useToday.ts';
import { lazily } from './lazily.tsx';

const FlagMenu = lazily(() => import('./FlagMenu.tsx').then((it) => it.FlagMenu));
const FlagDay = lazily(() => import('./FlagDay.tsx').then((it) => it.FlagDay));

type Props = {
  /** What stands on the button; with `about` it is called that. */
  readonly label: string;
  readonly about?: string;
  /** Only the icon is shown. */
  readonly bare?: boolean;
  /** How it stands now; null where that is not known, or differs. */
  readonly flag: FollowUp | null;
  readonly onFlag: (flag: FollowUp) => void;
  readonly size?: 'small' | 'medium';
  readonly disabled?: boolean;
};

/** When to get back to somebody: Outlook's choices in a menu, or a day of one's own. */
export function FlagButton({ label, about = label, bare = false, flag, onFlag, size = 'medium', disabled = false }: Props) {
  const today = useToday();
  const [asked, setAsked] = useState(false);
  const [day, setDay] = useState<string | null>(null);
  const box = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const timer = setTimeout(FlagMenu.prefetch, 3_000);
    return () => clearTimeout(timer);
  }, []);

  const look = {
    size, 'icon': <FlagRegular />, 'disabledFocusable': disabled, ...(bare ? { appearance: 'subtle' as const } : {}),
    ...(bare || about !== label ? { 'aria-label': about, 'title': about } : {}),
  };
  const closed = <Button {...look} aria-haspopup="menu" aria-expanded={false} onClick={() => setAsked(true)}>{bare ? null : label}</Button>;
  return (
    <>
      <span ref={box}>
        {asked && !disabled
          ? <FlagMenu look={look} label={bare ? '' : label} flag={flag} fallback={closed} onChoose={(choice) => onFlag(choice)} onDay={() => setDay(flag?.due || today)} />
          : closed}
      </span>
      {day !== null && (
        <FlagDay initial={day} onDone={(chosen) => {
          setDay(null);
          box.current?.querySelector('button')?.focus();
          if (chosen !== null) onFlag(followUpOn({ day: chosen }, today));
        }} />
      )}
    </>
  );
}

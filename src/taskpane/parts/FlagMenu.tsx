import { Menu, MenuButton, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { CalendarLtrRegular, CheckmarkCircleRegular, DismissCircleRegular, FlagRegular } from '@fluentui/react-icons';
import type { ComponentProps } from 'react';
import { followUpDone, followUpOn, noFollowUp } from '#domain/followUp';
import type { FollowUp } from '#domain/followUp';
import { useTexts } from '../text/TextContext.ts';
import { useToday } from '../useToday.ts';

type Props = {
  readonly look: Pick<ComponentProps<typeof MenuButton>, 'aria-label' | 'title' | 'appearance' | 'size' | 'icon' | 'disabledFocusable'>;
  readonly label: string;
  readonly flag: FollowUp | null;
  readonly onChoose: (flag: FollowUp) => void;
  readonly onDay: () => void;
};

const choices = ['today', 'tomorrow', 'thisWeek', 'nextWeek', 'noDate'] as const;

/** Outlook's choices for a flag. Comes after the first click on its button, and is open then. */
export function FlagMenu({ look, label, flag, onChoose, onDay }: Props) {
  const texts = useTexts();
  const today = useToday();
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement><MenuButton {...look} menuIcon={null}>{label === '' ? null : label}</MenuButton></MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choices.map((choice) => <MenuItem key={choice} icon={<FlagRegular />} onClick={() => onChoose(followUpOn(choice, today))}>{texts.followUp[choice]}</MenuItem>)}
          <MenuItem icon={<CalendarLtrRegular />} onClick={onDay}>{texts.followUp.aDate}</MenuItem>
          {flag?.status !== 'notFlagged' && <MenuDivider />}
          {(flag === null || flag.status === 'flagged') && <MenuItem icon={<CheckmarkCircleRegular />} onClick={() => onChoose(followUpDone(today))}>{texts.followUp.done}</MenuItem>}
          {flag?.status !== 'notFlagged' && <MenuItem icon={<DismissCircleRegular />} onClick={() => onChoose(noFollowUp)}>{texts.followUp.clear}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

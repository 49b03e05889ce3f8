import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { ComponentProps } from 'react';
import type { Page, PageId } from '../../pages.tsx';
import { useTexts } from '../../text/TextContext.ts';

type Props = {
  readonly button: Pick<ComponentProps<typeof MenuButton>, 'aria-label' | 'title' | 'appearance' | 'size' | 'icon'>;
  readonly pages: readonly Page[];
  readonly here: PageId;
  readonly onGo: (page: PageId) => void;
};

/** The pages behind "More". Comes after the first click on it, and is open then. */
export function MoreMenu({ button, pages, here, onGo }: Props) {
  const texts = useTexts();
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement><MenuButton {...button} menuIcon={null} /></MenuTrigger>
      <MenuPopover>
        <MenuList>
          {pages.map(({ id, label, icon }) => (
            <MenuItem key={id} icon={icon} {...(here === id ? { 'aria-current': 'page' as const } : {})} onClick={() => onGo(id)}>{label(texts)}</MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

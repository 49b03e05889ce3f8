import { Button, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger, Text } from '@fluentui/react-components';
import { ColorRegular, DeleteRegular, MailRegular, MoreHorizontalRegular, RenameRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { Category } from '#domain/category';
import { AddressButtons } from '../../parts/AddressButtons.tsx';
import { CategorySwatch } from '../../parts/CategorySwatch.tsx';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { DeleteCategory } from './DeleteCategory.tsx';
import { RecolourCategory } from './RecolourCategory.tsx';
import { RenameCategory } from './RenameCategory.tsx';
import { useRowStyles } from './useRowStyles.ts';

type Props = { readonly category: Category; readonly count: number; readonly taken: readonly Category[]; readonly onShow: (name: string) => void };

/** One category of the list: to its contacts, or to what can be done with it. */
export function CategoryRow({ category, count, taken, onShow }: Props) {
  const services = useServices();
  const texts = useTexts();
  const styles = useRowStyles();
  const [doing, setDoing] = useState<'write' | 'recolour' | 'rename' | 'remove' | null>(null);
  const row = useRef<HTMLLIElement>(null);
  const { displayName } = category;
  const done = () => {
    setDoing(null);
    row.current?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.focus();
  };
  return (
    <li className={styles.row} ref={row}>
      <Button appearance="subtle" className={styles.name} onClick={() => onShow(displayName)}>
        <CategorySwatch color={category.color} />
        <Text className={styles.text}>{displayName}</Text>{' '}
        <Text size={200} className={styles.quiet}>{texts.categories.count(count)}</Text>
      </Button>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton appearance="subtle" menuIcon={null} icon={<MoreHorizontalRegular />} aria-label={texts.categories.actions(displayName)} title={texts.categories.actions(displayName)} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {count > 0 && <MenuItem icon={<MailRegular />} onClick={() => setDoing('write')}>{texts.categories.write}</MenuItem>}
            <MenuItem icon={<ColorRegular />} onClick={() => setDoing('recolour')}>{texts.categories.recolour}</MenuItem>
            <MenuItem icon={<RenameRegular />} onClick={() => setDoing('rename')}>{texts.categories.rename}</MenuItem>
            <MenuItem icon={<DeleteRegular />} onClick={() => setDoing('remove')}>{texts.categories.remove}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {doing !== null && (
        <div className={styles.panel} onKeyDown={(event) => { if (event.key === 'Escape') done(); }}>
          {doing === 'write' && (
            <>
              <Text weight="semibold">{texts.categories.writeTo(displayName, count)}</Text>
              <AddressButtons disabled={count === 0} addresses={async () => (await services.carriersOf(displayName)).map(({ emailAddresses: [first] }) => first?.address.trim() ?? '')} />
              <div><Button size="small" appearance="subtle" onClick={done}>{texts.categories.done}</Button></div>
            </>
          )}
          {doing === 'recolour' && <RecolourCategory category={category} onDone={done} />}
          {doing === 'rename' && <RenameCategory category={category} count={count} taken={taken} onDone={done} />}
          {doing === 'remove' && <DeleteCategory category={category} count={count} onDone={done} />}
        </div>
      )}
    </li>
  );
}

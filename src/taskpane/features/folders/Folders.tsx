import {
  Button, FlatTree, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger, Text, TreeItem, TreeItemLayout, makeStyles, tokens,
} from '@fluentui/react-components';
import { AddRegular, FolderRegular, MoreHorizontalRegular, PeopleRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { ContactFolder, FolderId } from '#domain/contact';
import { folderLines } from '#domain/folderTree';
import { NewFolder } from '../../parts/NewFolder.tsx';
import { useServices } from '../../ServicesContext.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';
import { DeleteFolder } from './DeleteFolder.tsx';
import { MoveFolder } from './MoveFolder.tsx';
import { RenameFolder } from './RenameFolder.tsx';
import { useFolderCounts } from './useFolderCounts.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px', padding: '10px 16px 16px' },
  title: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  tree: { minWidth: 0 },
  name: { overflowWrap: 'anywhere' },
  count: { color: tokens.colorNeutralForeground2 },
  panel: {
    display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px', padding: '12px', borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`, overflowWrap: 'anywhere',
  },
});

type Doing = { readonly what: 'new' | 'rename' | 'move' | 'delete'; readonly id: FolderId };

/** All contact folders as they lie in each other, and what can be done with them. */
export function Folders({ onOpen }: { readonly onOpen: (id: FolderId) => void }) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const folders = useCell(services.folders);
  const counts = useFolderCounts(folders);
  const [closed, setClosed] = useState<ReadonlySet<FolderId>>(new Set());
  const [doing, setDoing] = useState<Doing | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const folder = folders.find(({ id }) => id === doing?.id);
  const main = folders.find(({ isDefault }) => isDefault);

  const done = (then: FolderId | null = doing?.id ?? null) => {
    setDoing(null);
    // Back to where one was in the tree; a folder that is gone leaves the first one.
    requestAnimationFrame(() => {
      const items = [...page.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? []];
      (items.find((item) => item.dataset.fuiTreeItemValue === then) ?? items[0])?.focus();
    });
  };

  const lines = folderLines(folders).map((node, _, all) => {
    const siblings = all.filter((one) => one.depth === node.depth && one.folder.parentFolderId === node.folder.parentFolderId);
    return { ...node, size: siblings.length, place: siblings.findIndex((one) => one.folder.id === node.folder.id) + 1 };
  });
  const parents = new Map(folders.map((one) => [one.id, one.parentFolderId]));
  const isInSight = (id: FolderId): boolean => {
    const seen = new Set<FolderId>([id]);
    for (let above = parents.get(id); above !== undefined && parents.has(above) && !seen.has(above); above = parents.get(above)) {
      if (closed.has(above)) return false;
      seen.add(above);
    }
    return true;
  };

  const item = ({ folder: one, depth, children, size, place }: (typeof lines)[number]) => {
    const count = counts.get(one.id);
    return (
      <TreeItem key={one.id} itemType={children.length > 0 ? 'branch' : 'leaf'} value={one.id}
        aria-level={depth + 1} aria-setsize={size} aria-posinset={place} {...(depth > 0 ? { parentValue: one.parentFolderId } : {})}
        aria-label={count === undefined ? one.displayName : texts.folders.line(one.displayName, count)}
        onClick={(event) => {
          // A click opens the contacts; the folders within have their arrow.
          event.preventDefault();
          onOpen(one.id);
        }}>
        <TreeItemLayout iconBefore={<FolderRegular />}
          actions={{ visible: true, children: <FolderMenu folder={one} onChoose={(what) => setDoing({ what, id: one.id })} onOpen={() => onOpen(one.id)} /> }}>
          <span className={styles.name}>{one.displayName} </span>
          {count !== undefined && <Text size={200} className={styles.count}>{texts.folders.contacts(count)}</Text>}
        </TreeItemLayout>
      </TreeItem>
    );
  };

  const panel = () => {
    if (doing === null || folder === undefined) return null;
    switch (doing.what) {
      case 'new': return <NewFolder parent={folder} onCancel={() => done()} onMade={(id) => done(id)} />;
      case 'rename': return <RenameFolder folder={folder} onDone={() => done()} />;
      case 'move': return <MoveFolder folder={folder} onDone={() => done()} />;
      case 'delete': return <DeleteFolder folder={folder} onDone={() => done()} />;
    }
  };

  return (
    <div className={styles.page} ref={page}>
      <div className={styles.title}>
        <Text as="h1" size={400} weight="semibold">{texts.folders.title}</Text>
        {main && <Button size="small" appearance="subtle" icon={<AddRegular />} onClick={() => setDoing({ what: 'new', id: main.id })}>{texts.folders.newFolder}</Button>}
      </div>
      <Text size={200} className={styles.quiet}>{texts.folders.hint}</Text>
      {doing !== null && folder !== undefined && <div key={`${doing.what} ${doing.id}`} className={styles.panel}>{panel()}</div>}
      <FlatTree className={styles.tree} aria-label={texts.folders.title} openItems={folders.flatMap(({ id }) => (closed.has(id) ? [] : [id]))}
        onOpenChange={(_, { value, open }) => setClosed((before) => {
          const next = new Set(before);
          if (open) next.delete(String(value));
          else next.add(String(value));
          return next;
        })}>
        {lines.filter(({ folder: { id } }) => isInSight(id)).map(item)}
      </FlatTree>
    </div>
  );
}

function FolderMenu({ folder, onChoose, onOpen }: { readonly folder: ContactFolder; readonly onChoose: (what: Doing['what']) => void; readonly onOpen: () => void }) {
  const texts = useTexts();
  const { newIn, rename, move, remove } = texts.folders;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle" menuIcon={null} icon={<MoreHorizontalRegular />} aria-label={texts.folders.of(folder.displayName)} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<PeopleRegular />} onClick={onOpen}>{texts.folders.show}</MenuItem>
          <MenuItem onClick={() => onChoose('new')}>{newIn(folder.displayName)}</MenuItem>
          {/* Outlook's own folder keeps its name and its place. */}
          {!folder.isDefault && <MenuItem onClick={() => onChoose('rename')}>{rename}</MenuItem>}
          {!folder.isDefault && <MenuItem onClick={() => onChoose('move')}>{move}</MenuItem>}
          {!folder.isDefault && <MenuItem onClick={() => onChoose('delete')}>{remove}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

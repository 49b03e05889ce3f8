import { folderLines, foldersIn, isNameTaken } from '#domain/folderTree';

const folder = (id: string, parentFolderId: string, displayName = id) => ({ id, displayName, parentFolderId, isDefault: id === 'contacts' });
const all = [folder('prague', 'suppliers'), folder('suppliers', 'contacts'), folder('board', 'contacts'), folder('contacts', 'root'), folder('brno', 'suppliers')];
const lines = (folders: typeof all) => folderLines(folders).map(({ folder: { id }, depth }) => `${'-'.repeat(depth)}${id}`);

describe('the folders as a tree', () => {
  it('lie in each other, the default one first, then by name', () => {
    expect(lines(all)).toEqual(['contacts', '-board', '-suppliers', '--brno', '--prague']);
  });

  it('are all there once, also when their parent is not known or two lie in each other', () => {
    expect(lines([...all, folder('shared', 'elsewhere'), folder('a', 'b'), folder('b', 'a')])).toEqual(
      ['contacts', '-board', '-suppliers', '--brno', '--prague', 'shared', 'a', '-b']);
    expect(lines([folder('board', 'contacts')])).toEqual(['board']);
  });

  it('knows what lies inside, innermost first', () => {
    expect(foldersIn(all, 'contacts').map(({ id }) => id)).toEqual(['prague', 'brno', 'suppliers', 'board']);
    expect(foldersIn(all, 'prague')).toEqual([]);
    const order = foldersIn([...all, folder('old town', 'prague')], 'suppliers').map(({ id }) => id);
    expect(order.indexOf('old town')).toBeLessThan(order.indexOf('prague'));
  });

  it('tells a taken name by its place and without regard to case', () => {
    expect(isNameTaken(all, ' BOARD ', 'contacts')).toBe(true);
    expect(isNameTaken(all, 'Board', 'suppliers')).toBe(false);
    expect(isNameTaken(all, 'board', 'contacts', 'board')).toBe(false);
  });
});

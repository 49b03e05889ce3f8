import { failed, ok } from '#domain/result';
import { categories } from '#graph/categories';
import { emulator, value } from './emulator.ts';
import { graphError, scriptedGraph } from './scriptedGraph.ts';

const graph = emulator();
const calls = () => categories(graph.client());
const taken = failed({ kind: 'refused', code: 'categoryExists', message: '' });

it('are made, listed, coloured anew and deleted', async () => {
  const { createCategory, deleteCategory, listCategories, recolourCategory } = calls();
  const before = value(await listCategories());
  const made = value(await createCategory('Club & friends', 'preset7'));
  expect(made).toMatchObject({ displayName: 'Club & friends', color: 'preset7' });
  expect(value(await listCategories())).toEqual([...before, made]);
  expect(await recolourCategory(made.id, 'preset24')).toEqual(ok({ ...made, color: 'preset24' }));
  expect(value(await listCategories())).toContainEqual({ ...made, color: 'preset24' });
  expect([await deleteCategory(made.id), await deleteCategory(made.id)]).toEqual([ok(null), ok(null)]);
  expect(value(await listCategories())).toEqual(before);
});

it('with a name that is taken, in whatever case, are told apart', async () => {
  const { createCategory } = calls();
  value(await createCategory('Club', 'none'));
  expect(await createCategory('CLUB', 'preset1')).toEqual(taken);
});

it.each([[400, 'ErrorCategoryNameDuplicate'], [409, ''], [400, 'CategoryExists']])('are told apart by whatever Graph may say: %s %s', async (status, code) => {
  const { client } = scriptedGraph([{ status, body: graphError(code) }]);
  expect(await categories(client).createCategory('Club', 'none')).toEqual(taken);
});

it('that are gone cannot be coloured, and what Graph finds wrong has its own code', async () => {
  const { createCategory, recolourCategory } = calls();
  expect(await recolourCategory('00000000-0000-4000-8000-000000000000', 'none')).toEqual(failed({ kind: 'gone' }));
  expect(await createCategory('', 'none')).toMatchObject({ problem: { kind: 'refused', code: 'ErrorPropertyValidationFailure' } });
});

it('need scopes of their own', async () => {
  expect(await categories(graph.client('adele', ['Contacts.ReadWrite'])).listCategories()).toEqual(failed({ kind: 'accessDenied' }));
  expect(await categories(graph.client('adele', ['MailboxSettings.Read'])).createCategory('x', 'none')).toEqual(failed({ kind: 'accessDenied' }));
  expect((await categories(graph.client('pat')).listCategories()).ok).toBe(true);
});

it('of a colour that nobody knows yet read as colourless; anything else out of shape is not understood', async () => {
  const answer = (item: unknown) => scriptedGraph([{ body: { value: [item] } }]).client;
  expect(await categories(answer({ id: 'a', displayName: 'A', color: 'preset99' })).listCategories()).toEqual(ok([{ id: 'a', displayName: 'A', color: 'none' }]));
  for (const item of [null, 'x', { id: 'a' }, { id: '', displayName: 'A' }, { id: 'a', displayName: 5 }]) {
    expect(await categories(answer(item)).listCategories()).toEqual(failed({ kind: 'notUnderstood', from: 'graph' }));
  }
});

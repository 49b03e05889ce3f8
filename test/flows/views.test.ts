import { closeBrowser, graph, openOutlook } from './support/outlook.ts';
import type { Outlook } from './support/outlook.ts';

beforeAll(() => graph.reset());
afterAll(closeBrowser);

const views: readonly { readonly name: string; readonly query: string; readonly ready: (outlook: Outlook) => Promise<void> }[] = [
  { name: 'a card', query: 'item=known', ready: (outlook) => outlook.pane.getByRole('article').waitFor() },
  { name: 'a list', query: 'item=several', ready: (outlook) => outlook.pane.getByText(/known · /).waitFor() },
  { name: 'a stranger', query: 'item=stranger', ready: (outlook) => outlook.pane.getByText('Not in your contacts yet.').waitFor() },
  { name: 'a form', query: 'item=known', ready: async (outlook) => {
    await outlook.pane.getByRole('button', { name: 'Edit' }).click();
    await outlook.pane.getByRole('form').waitFor();
  } },
  { name: 'all contacts', query: 'item=several', ready: async (outlook) => {
    await outlook.pane.getByRole('button', { name: 'All contacts' }).click();
    await outlook.pane.getByRole('listbox').getByRole('option').first().click({ modifiers: ['ControlOrMeta'] });
    await outlook.pane.getByText('1 selected').waitFor();
  } },
  { name: 'no item', query: 'item=none&pinned=1', ready: (outlook) => outlook.pane.getByText('No mail is open').waitFor() },
];

/** Each view in each look: nothing the accessibility engine objects to, nothing wider than the pane. */
describe.each(views)('$name', ({ query, ready }) => {
  it.each([
    ['light', 'en-US', 320], ['dark', 'en-US', 320], ['light', 'ar-SA', 320], ['dark', 'he-IL', 320], ['light', 'en-US', 450],
  ] as const)('is accessible and fits: %s, %s, %d px', async (theme, locale, width) => {
    const outlook = await openOutlook(`${query}&theme=${theme}&locale=${locale}&width=${width}`, { colorScheme: theme });
    await ready(outlook);
    expect(await outlook.accessibility()).toEqual([]);
    const { scroll, client, dir } = await outlook.frame().evaluate(() => ({
      scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth, dir: document.documentElement.dir,
    }));
    expect(scroll).toBeLessThanOrEqual(client);
    expect(dir).toBe(locale === 'en-US' ? 'ltr' : 'rtl');
    await outlook.close();
  });

  it('is accessible in forced colours', async () => {
    const outlook = await openOutlook(query, { forcedColors: 'active' });
    await ready(outlook);
    // Forced colours are the system's: contrast is not ours to measure there.
    expect((await outlook.accessibility()).filter((finding) => !finding.startsWith('color-contrast'))).toEqual([]);
    await outlook.close();
  });
});

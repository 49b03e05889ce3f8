import { closeBrowser, graph, openOutlook } from './support/outlook.ts';
import type { Outlook } from './support/outlook.ts';

beforeEach(() => graph.reset());
afterEach(() => graph.faults([]));
afterAll(closeBrowser);

type Flag = { flagStatus: string; startDateTime?: { dateTime: string }; dueDateTime?: { dateTime: string }; completedDateTime?: { dateTime: string } };
const contactOf = async (givenName: string) => (await graph.contacts()).find((one) => one.givenName === givenName);
/** The flag as Graph's beta tells it to another program of the person. */
async function flagOf(givenName: string): Promise<{ status: string; due: string | undefined }> {
  const answer = await graph.asUser(await graph.token(), 'GET', `/beta/me/contacts/${encodeURIComponent(String((await contactOf(givenName))?.id))}?$select=flag`);
  const { flag } = (await answer.json()) as { flag: Flag };
  return { status: flag.flagStatus, due: flag.dueDateTime?.dateTime.slice(0, 10) };
}
async function flagElsewhere(givenName: string, flag: object): Promise<void> {
  const id = encodeURIComponent(String((await contactOf(givenName))?.id));
  const answer = await graph.asUser(await graph.token(), 'PATCH', `/beta/me/contacts/${id}`, Buffer.from(JSON.stringify({ flag })));
  expect(answer.status).toBe(200);
}
const midnight = (day: string) => ({ dateTime: `${day}T00:00:00`, timeZone: 'UTC' });
const due = (day: string) => ({ flagStatus: 'flagged', startDateTime: midnight(day), dueDateTime: midnight(day) });

/** The day so many days from today where the person is. */
const dayThere = (outlook: Outlook, days: number) => outlook.frame().evaluate((n) => {
  const now = new Date();
  now.setDate(now.getDate() + n);
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}, days);

const onCard = (outlook: Outlook) => outlook.pane.getByRole('article', { name: 'Contact: Megan Bowen' });
async function card(options: Parameters<typeof openOutlook>[1] = {}): Promise<Outlook> {
  const outlook = await openOutlook('item=known', options);
  await outlook.pane.getByText('Contacts as of just now').waitFor();
  await onCard(outlook).getByRole('button', { name: 'Follow up', exact: true }).waitFor();
  return outlook;
}
async function choose(outlook: Outlook, what: string): Promise<void> {
  await onCard(outlook).getByRole('button', { name: 'Follow up', exact: true }).click();
  await outlook.pane.getByRole('menuitem', { name: what }).click();
}
async function toPage(outlook: Outlook): Promise<void> {
  await outlook.pane.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'More' }).click();
  await outlook.pane.getByRole('menuitem', { name: 'Follow-up' }).click();
}
const group = (outlook: Outlook, name: string) => outlook.pane.getByRole('region', { name, exact: true });

describe('the flag on the card', () => {
  it('is set by keyboard for today where the person is, marked done, cleared, and each is taken back', async () => {
    // Where it is a day later than in UTC for half of the day, or the same: never the day before.
    const outlook = await card({ timezoneId: 'Pacific/Auckland' });
    await onCard(outlook).getByRole('button', { name: 'Follow up', exact: true }).focus();
    await outlook.page.keyboard.press('Enter');
    await outlook.pane.getByRole('menuitem', { name: 'Today' }).waitFor();
    await outlook.pane.getByRole('menuitem', { name: 'Today' }).focus();
    await outlook.page.keyboard.press('Enter');
    await onCard(outlook).getByText('Follow up today').waitFor();
    await outlook.pane.getByText('Megan Bowen is flagged for follow-up.').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    expect(await flagOf('Megan')).toEqual({ status: 'flagged', due: await dayThere(outlook, 0) });
    await choose(outlook, 'Mark as done');
    await onCard(outlook).getByText(/^Followed up/).waitFor();
    await outlook.pane.getByText('The follow-up of Megan Bowen is done.').waitFor();
    expect((await flagOf('Megan')).status).toBe('complete');
    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await outlook.pane.getByText('The follow-up of Megan Bowen is open again.').waitFor();
    await onCard(outlook).getByText('Follow up today').waitFor();
    await choose(outlook, 'Clear the flag');
    await outlook.pane.getByText('The flag is taken off Megan Bowen.').waitFor();
    await onCard(outlook).getByText('Follow up today').waitFor({ state: 'detached' });
    expect((await flagOf('Megan')).status).toBe('notFlagged');
    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await onCard(outlook).getByText('Follow up today').waitFor();
    await outlook.close();
  });

  it('takes tomorrow, no date and a day of one\'s own', async () => {
    const outlook = await card();
    await choose(outlook, 'Tomorrow');
    await onCard(outlook).getByText('Follow up tomorrow').waitFor();
    await choose(outlook, 'No date');
    await onCard(outlook).getByText('Follow up, no date').waitFor();
    await choose(outlook, 'Choose a date …');
    await outlook.pane.getByLabel('Follow up on').last().fill('2031-05-06');
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.page.keyboard.press('Enter');
    await onCard(outlook).getByText('Follow up by Tue, May 6, 2031').waitFor();
    await outlook.pane.getByText('Megan Bowen is flagged for follow-up.').waitFor();
    await becomes(() => flagOf('Megan'), { status: 'flagged', due: '2031-05-06' });
    await outlook.close();
  });

  it('shows what was flagged in Outlook, in the language of the person', async () => {
    await flagElsewhere('Megan', due('2020-02-03'));
    const outlook = await openOutlook('item=known&locale=de-DE');
    await onCard(outlook).getByText('Overdue since Mo., 3. Februar 2020').waitFor();
    await outlook.close();
  });

  it('outlives a reload without a connection, and is sent once', async () => {
    const outlook = await card();
    await graph.faults([{ kind: 'cut', path: '/' }]);
    await choose(outlook, 'No date');
    await onCard(outlook).getByText('Follow up, no date').waitFor();
    await outlook.page.reload();
    await onCard(outlook).getByText('Follow up, no date').waitFor();
    await onCard(outlook).getByText('Not yet in Outlook').waitFor();
    await graph.faults([]);
    await graph.clearRequests();
    await onCard(outlook).getByText('Not yet in Outlook').waitFor({ state: 'detached' });
    expect((await flagOf('Megan')).status).toBe('flagged');
    await outlook.close();
  });

  it('is not offered where beta refuses, and the rest works', async () => {
    await graph.faults([{ kind: 'status', status: 403, path: '/beta' }]);
    const outlook = await openOutlook('item=known');
    await onCard(outlook).getByRole('button', { name: 'Categories …' }).waitFor();
    await onCard(outlook).getByRole('button', { name: 'Follow up', exact: true }).waitFor({ state: 'detached' });
    await toPage(outlook);
    await outlook.pane.getByRole('heading', { name: 'No follow-up here' }).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.close();
  });
});

describe('the people to get back to', () => {
  it('are grouped by when, done from the list, and seen again after a reload', async () => {
    const outlook = await card();
    await flagElsewhere('Megan', due('2020-02-03'));
    await flagElsewhere('Pavel', due(await dayThere(outlook, 0)));
    await flagElsewhere('Hana', due(await dayThere(outlook, 40)));
    await flagElsewhere('Irvin', { flagStatus: 'flagged' });
    await flagElsewhere('Delia', { flagStatus: 'complete' });
    await toPage(outlook);
    await group(outlook, 'Overdue').getByText('Megan Bowen').waitFor();
    for (const [name, person] of [['Today', /Pavel/], ['Later', /Hana/], ['No date', /Irvin/], ['Done', /Delia/]] as const) {
      await group(outlook, name).getByRole('button', { name: person }).first().waitFor();
    }
    expect(await outlook.accessibility()).toEqual([]);
    await group(outlook, 'Overdue').getByRole('button', { name: 'Mark Megan Bowen as done' }).click();
    await group(outlook, 'Done').getByText('Megan Bowen').waitFor();
    await outlook.pane.getByText('The follow-up of Megan Bowen is done.').waitFor();
    expect((await flagOf('Megan')).status).toBe('complete');
    await outlook.page.reload();
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await toPage(outlook);
    await group(outlook, 'Done').getByText('Megan Bowen').waitFor();
    await group(outlook, 'Done').getByRole('button', { name: /^Megan Bowen/ }).click();
    await onCard(outlook).getByText(/^Followed up/).waitFor();
    await outlook.close();
  });

  it('are nobody at first, and reading them can be stopped', async () => {
    await graph.reset({ contacts: 3000 });
    const outlook = await openOutlook('item=known');
    await outlook.pane.getByText('Contacts as of just now').waitFor({ timeout: 60_000 });
    await graph.faults([{ kind: 'latency', ms: 700, path: '/beta' }]);
    await toPage(outlook);
    await outlook.pane.getByText(/^Looking for flags: [1-9]/).waitFor();
    await outlook.pane.getByRole('button', { name: 'Stop' }).click();
    await outlook.pane.getByText('Not all contacts were looked at.').waitFor();
    await graph.faults([]);
    await outlook.pane.getByRole('button', { name: 'Look again' }).click();
    await outlook.pane.getByRole('heading', { name: 'Nobody to get back to' }).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await outlook.close();
  });

  it('are flagged several at once from the list of all contacts, Graph failing in between, and taken back as one', async () => {
    const outlook = await openOutlook('item=several');
    await outlook.pane.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'All contacts' }).click();
    await outlook.pane.getByLabel('Category').selectOption('Suppliers');
    await outlook.pane.getByText('6 found').waitFor();
    await outlook.pane.getByRole('button', { name: 'Select', exact: true }).click();
    await outlook.pane.getByRole('button', { name: /^Select all/ }).click();
    await graph.faults([{ kind: 'status', status: 503, path: '/beta', times: 3, after: 2 }]);
    await outlook.pane.getByRole('button', { name: 'Follow up', exact: true }).click();
    await outlook.pane.getByRole('menuitem', { name: 'Next week' }).click();
    await outlook.pane.getByText(/and 5 more flagged for follow-up\.$/).waitFor();
    const flagged = async () => (await graph.contacts()).filter((one) => (one.flag as Flag).flagStatus === 'flagged').length;
    expect(await flagged()).toBe(6);
    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await becomes(flagged, 0);
    await outlook.close();
  });
});

/** Waits until it is so; fails with what it is in the end. */
async function becomes(read: () => Promise<unknown>, wanted: unknown): Promise<void> {
  const end = Date.now() + 40_000;
  while (JSON.stringify(await read()) !== JSON.stringify(wanted) && Date.now() < end) await new Promise((later) => setTimeout(later, 200));
  expect(await read()).toEqual(wanted);
}

import type { EitherTokens } from '#auth/eitherTokens';
import { everybody } from '#domain/browseQuery';
import { isPending } from '#domain/change';
import type { Change } from '#domain/change';
import type { ContactFolder } from '#domain/contact';
import type { CustomField } from '#domain/customField';
import { extraNames } from '#domain/extras';
import { foldersMeant } from '#domain/mailboxMeant';
import { match, personKeys } from '#domain/match';
import { foldAddress } from '#domain/normalize';
import { failed, ok } from '#domain/result';
import type { Result } from '#domain/result';
import { readContactScopes } from '#graph/contactScopes';
import type { Host } from '#outlook/host';
import { followItem } from '#outlook/itemChanges';
import { mergePeople } from '#outlook/mergePeople';
import { canOpenNewAppointment, openNewAppointment } from '#outlook/newAppointment';
import { canOpenNewMessage, openNewMessage } from '#outlook/newMessage';
import { roamingSettings } from '#outlook/settings';
import { followTheme, themeNow } from '#outlook/theme';
import type { ContactStore } from '#store/contactStore';
import { categoriesKey, readCategories } from '#store/storedCategories';
import type { MailboxStores } from '#store/mailboxStores';
import { oneAtATime } from '#store/oneAtATime';
import { stayAlive } from '#store/paneAlive';
import { accountFeatures } from './accountFeatures.ts';
import { acts } from './acts.ts';
import { adminConsentAddress } from './adminConsentAddress.ts';
import { createCell, soon } from './cell.ts';
import { directionOf } from './direction.ts';
import { keepInSync } from './keepInSync.ts';
import { lastRead } from './lastRead.ts';
import { lookUpPeople } from './lookUpPeople.ts';
import type { Coverage } from './lookUpPeople.ts';
import { categoryList } from './categoryList.ts';
import { customFields } from './customFields.ts';
import { followUpList } from './followUpList.ts';
import { lookAfterExtras } from './lookAfterExtras.ts';
import { fetchedLater } from './fetchedLater.ts';
import type { OutboxState } from './outbox.ts';
import { after, coalesce, unhurried } from './pace.ts';
import type { Look, Services } from './services.ts';
import { saveOnce } from './saveOnce.ts';
import { session } from './session.ts';
import type { Settings } from './settings.ts';
import { wholeItem } from './wholeItem.ts';

/** In the mailbox's own settings, so that it holds in every Outlook. */
export const keepSetting = 'keepOnDevice';
/** When sending could not even be begun, it is tried again after this. */
const sendAgainMs = 10_000;
const fieldsSetting = 'customFields';
const flagsReadAt = 'flagsReadAt';
/** Going from mail to mail asks for changes this often at most. */
const freshForMs = 30_000;
/** An open pane looks by itself this often. */
const lookEveryMs = 300_000;
/** The first look comes first; reading all contacts for the list is for later. */
const listAheadMs = 5_000;
/** Outlook may need long to say who is on an item; then the pane comes up without them. */
const firstLookMs = 500;
/** A card from the device is drawn by then, also on a slow machine; MSAL and Graph's part would have stood in its way. */
const afterFirstLookMs = 300;
/** What is being typed is still written down when its page goes. */
const draftsMs = 1_000;
/** How far back the person's acts can be seen and undone. */
const journalForMs = 30 * 24 * 60 * 60_000;
const actsKept = 500;

export type Parts = {
  readonly settings: Settings;
  readonly page: { readonly url: string };
  readonly host: Host;
  readonly stores: MailboxStores;
  readonly store: ContactStore;
  readonly tokens: EitherTokens;
  readonly keepOnDevice: boolean;
};

type Composed = {
  readonly services: Services;
  /** Resolves when Outlook signs in another account than the store's: then this is to be ended. */
  readonly otherAccount: Promise<string>;
  /** Resolves when nothing works on the store any more. */
  readonly end: () => Promise<void>;
};

/** Puts together, for one account on the mailbox, all that the pane is made of. */
export async function compose({ settings, page, host, stores, store, tokens, keepOnDevice }: Parts): Promise<Composed> {
  const ends: (() => void)[] = [];
  let tellOther: (account: string) => void = () => undefined;
  const otherAccount = new Promise<string>((resolve) => { tellOther = resolve; });

  const signedIn = session({
    tokens,
    mailbox: () => host.userProfile.emailAddress,
    async keepApart(account) {
      if (await stores.isOf(store, account)) return ok(null);
      tellOther(account);
      return failed({ kind: 'otherAccount' });
    },
    remembered: {
      get: (name) => roamingSettings().get(name),
      async set(name, value) {
        const roaming = roamingSettings();
        const set = roaming.set(name, value);
        return set.ok ? roaming.save() : set;
      },
    },
    isOffline: () => !navigator.onLine,
    forgetDevice: () => stores.forgetAll(store),
    goOn: () => { sync.now(); void send(); },
  });
  const { getToken } = signedIn;

  const features = accountFeatures(host.userProfile.accountType);
  const mailboxProblem = features.problem;
  const schemaExtension = features.organisationFields ? settings.schemaExtension : null;

  const me = crypto.randomUUID();
  const living = stayAlive(me);
  const outboxState = createCell<OutboxState>({ sending: false, problem: null });
  // What speaks with Graph comes in a piece of its own: people are on the screen before any of it is needed.
  const graph = fetchedLater(async () => {
    const { composeGraph } = await import('./composeGraph.ts');
    const side = composeGraph({
      baseUrl: settings.graphUrl, getToken, onWaiting: (ms) => sync.waiting(ms), store, schemaExtension, me, after,
    });
    side.sending.state.subscribe(() => outboxState.set(side.sending.state.get()));
    return side;
  });
  const send = async (): Promise<void> => {
    // Before the others can know that this pane lives, nothing may be claimed.
    await living;
    const sent = await graph.with(async ({ sending }) => ok(await sending.run()));
    if (sent.ok || !(await store.journal.list()).some(isPending)) return;
    outboxState.set({ sending: false, problem: sent.problem });
    ends.push(after(sendAgainMs, () => void send()));
  };

  // Side by side, and nothing else is waited for: the first card comes after this.
  const [storedFolders, storedChanges] = await Promise.all([store.folders(), store.journal.list()]);
  const folders = createCell<readonly ContactFolder[]>(storedFolders);
  /** As the person means them: a folder they have just made is there at once. */
  const showFolders = async (): Promise<void> => {
    const [stored, acted] = [await store.folders(), await store.journal.list()];
    folders.set(foldersMeant(stored, [...acted].reverse()));
  };

  const sync = keepInSync({
    syncAll: async (onProgress, signal) => {
      if (mailboxProblem !== null) return failed(mailboxProblem);
      const asked = Date.now();
      return oneAtATime(`contact-pane sync ${foldAddress(host.userProfile.emailAddress)}`, async () => {
        // Another pane may have done it while this one waited its turn.
        const readAt = lastRead(await store.folders());
        if (readAt !== null && readAt >= asked && readAt <= Date.now()) return ok({ at: readAt });
        const result = await graph.with((side) => side.syncAll({ onProgress, signal }));
        await showFolders();
        return result.ok ? ok({ at: result.value.when }) : result;
      }, signal);
    },
    now: () => Date.now(),
    after,
  }, lastRead(storedFolders));

  const coverage = (): Coverage => {
    const { lastAt, phase } = sync.state.get();
    return lastAt !== null ? 'complete' : phase === 'troubled' ? 'stuck' : 'filling';
  };

  const people = lookUpPeople({
    lookUp: (all) => store.lookUpEach(all),
    askDirectly: async (addresses, signal) => {
      if (mailboxProblem !== null) return failed(mailboxProblem);
      const found = await graph.with((side) => side.findByAddress(addresses, [null], { signal }));
      if (!found.ok) return found;
      for (const contact of found.value.flatMap((entry) => entry.contacts)) await store.put(contact);
      // An address that could not be asked about stays open: the sync under way will tell.
      return ok(null);
    },
    coverage,
    ownAddresses: () => [host.userProfile.emailAddress],
  });

  const { journal } = store;
  const changes = createCell<readonly Change[]>(storedChanges);
  journal.onChange(unhurried(async () => {
    const all = await journal.list();
    changes.set(all);
    if (all.some(({ act }) => act.kind === 'folder')) void showFolders();
  }, 10));
  const doing = acts({
    journal, now: () => Date.now(), newId: () => crypto.randomUUID(), send: () => void send(), get: (id) => store.get(id),
    extrasOf: async (ids) => new Map([...await store.extras.read(ids, extraNames)].map(([id, { extras }]) => [id, extras])),
  });

  const extras = lookAfterExtras({
    stored: store.extras,
    ask: {
      photo: (ids, signal) => graph.with((side) => side.ask.photo(ids, signal)),
      flag: (ids, signal) => graph.with((side) => side.ask.flag(ids, signal)),
      custom: (ids, signal) => graph.with((side) => side.ask.custom(ids, signal)),
    },
    onChange: store.onChange,
    now: () => Date.now(),
  });
  const masterCategories = categoryList({
    ask: () => graph.with(async ({ calls }) => {
      const read = await calls.listCategories();
      if (read.ok || read.problem.kind !== 'signInNeeded') return read;
      // Whoever may write the list, by their own leave or the administrator's, may read it.
      const byWriting = await calls.listCategories({ toWrite: true });
      return byWriting.ok ? byWriting : read;
    }),
    readStored: async () => readCategories(await store.readMeta(categoriesKey)),
    writeStored: (list) => store.writeMeta(categoriesKey, list),
    changes,
  });
  const dueList = followUpList({
    stored: store.extras,
    get: (id) => store.get(id),
    folderIds: async () => (await store.folders()).map((folder) => folder.id),
    listFlags: (folderIds, how) => graph.with((side) => side.calls.listFollowUps(folderIds, how)),
    readReadAt: async () => { const at = await store.readMeta(flagsReadAt); return typeof at === 'number' ? at : null; },
    writeReadAt: (at) => store.writeMeta(flagsReadAt, at),
    onChange: (listener) => store.onChange(coalesce(listener, 100)),
    now: () => Date.now(),
  });
  const ownFields = customFields({
    readOwn: () => roamingSettings().get(fieldsSetting),
    async writeOwn(fields: readonly CustomField[]) {
      const roaming = roamingSettings();
      const before = roaming.get(fieldsSetting);
      const set = roaming.set(fieldsSetting, fields);
      const saved = set.ok ? await roaming.save() : set;
      // What the mailbox did not take is not there here either.
      if (!saved.ok) roaming.set(fieldsSetting, before);
      return saved;
    },
    askOrganisation: schemaExtension === null ? null : () => graph.with((side) => side.calls.orgFields(schemaExtension)),
  });

  const look = createCell<Look>(lookOf(host));
  ends.push(followTheme(({ mode }) => look.update((before) => ({ ...before, mode }))));

  // The store speaks up after each batch it took in; one look per moment is enough.
  const lookAgain = unhurried(() => people.again(), 50);
  const onContacts = (listener: () => void) => store.onChange(({ extrasOnly }) => { if (!extrasOnly) listener(); });
  onContacts(lookAgain);
  // Storage went away or came back: what waits may be there only now.
  store.onChange(({ ids }) => { if (ids === 'all') void send(); });
  onContacts(coalesce(() => void store.folders().then((all) => {
    void showFolders();
    const at = lastRead(all);
    if (at !== null) sync.heard(at);
    else if (sync.state.get().phase !== 'syncing') sync.lost();
  }), 200));
  const contactsVersion = createCell(0);
  onContacts(coalesce(() => contactsVersion.update((n) => n + 1), 100));
  sync.state.subscribe(coverageChanges(coverage, lookAgain));

  const whole = wholeItem({
    people,
    merge: mergePeople,
    read: (kind, id) => graph.with((side) => (kind === 'messageRead' ? side.peopleOfMessage(id) : side.peopleOfEvent(id))),
    membersOf: (address) => graph.with((side) => side.membersOfGroup(address)),
  });
  let isDrawn = false;
  const item = followItem((open) => {
    void whole.show(open);
    if (open !== null && isDrawn) sync.ensureFresh(freshForMs);
  }, { onProblem: whole.unreadable, onLeaving: whole.leaving });
  const life = new AbortController();
  self.addEventListener('focus', () => {
    item.check();
    sync.ensureFresh(freshForMs);
    void send();
  }, life);
  self.addEventListener('online', () => {
    sync.ensureFresh(0);
    void send();
  }, life);
  const looking = setInterval(() => sync.ensureFresh(lookEveryMs), lookEveryMs);
  ends.push(item.stop, sync.stop, () => life.abort(), () => clearInterval(looking));
  const goToWork = (): void => {
    isDrawn = true;
    sync.ensureFresh(freshForMs);
    // When nothing has to be read it could stay unknown for minutes that somebody else is signed in by now.
    if (sync.state.get().phase !== 'syncing') void getToken(readContactScopes);
    void send();
    void store.forgetStale(Date.now());
    // Who is first to search finds everybody listed. Trouble with it comes up again where somebody waits for an answer.
    ends.push(after(listAheadMs, () => void store.listAhead().catch(() => undefined)));
    void journal.prune(Date.now() - journalForMs, actsKept);
  };
  // Where not everybody is known here, it is Graph that the first card waits for.
  const isWaitedFor = coverage() !== 'complete';
  if (isWaitedFor) goToWork();
  // Drawn once, with the people in it.
  await soon(people.state, ({ phase }) => phase !== 'reading', firstLookMs);
  if (!isWaitedFor) ends.push(after(afterFirstLookMs, goToWork));

  const services: Services = {
    look,
    people: people.state,
    sync: sync.state,
    folders,
    changes,
    outbox: outboxState,
    get storage() { return store.kind; },
    mailboxProblem,
    refresh: () => sync.now(),
    readItemAgain: () => item.check(),
    readWholeItem: whole.readWholeItem,
    readGroup: features.directory ? whole.readGroup : null,
    session: signedIn.state,
    signIn: signedIn.signIn,
    useAnotherAccount: (signal) => signedIn.useAnotherAccount(readContactScopes, signal),
    keepAccount: signedIn.keepAccount,
    signOut: signedIn.signOut,
    adminConsentAddress: adminConsentAddress(settings, page.url),
    async showSignInHelp(): Promise<Result<null>> {
      // The archived helper library weighs more than the rest of this feature: only who needs it loads it.
      const { openDialog } = await import('#outlook/dialog');
      const end = await openDialog(new URL('help.html', page.url).href, { width: 420, height: 560 });
      return end.ok ? ok(null) : end;
    },
    get: async (id) => store.get(await journal.idNow(id)),
    extras,
    categories: masterCategories,
    followUps: dueList,
    customFields: ownFields,
    hasDirectory: features.directory,
    directoryPhoto: async (address) => (features.directory ? graph.with((side) => side.calls.getUserPhoto(address)) : ok(null)),
    carriersOf: async (name) => store.getAll(await store.idsOf({ ...everybody, category: { name } })),
    contactsIn: async (folderIds) => store.getAll((await Promise.all(folderIds.map((folderId) => store.idsOf({ ...everybody, folderId })))).flat()),
    async countIn(folderIds) {
      const counts = await Promise.all(folderIds.map(async (id) => [id, await graph.with((side) => side.calls.countIn(id))] as const));
      const trouble = counts.flatMap(([, count]) => (count.ok ? [] : [count]))[0];
      return trouble ?? ok(new Map(counts.flatMap(([id, count]) => (count.ok ? [[id, count.value] as const] : []))));
    },
    getAll: (ids) => store.getAll(ids),
    browse: (query, from, count) => store.browse(query, from, count),
    idsOf: (query) => store.idsOf(query),
    categoriesInUse: () => store.categoriesInUse(),
    contactsVersion,
    async holderOf(addresses) {
      for (const address of addresses) {
        const person = { name: '', address };
        const verdict = match(person, await store.lookUp(personKeys(person)));
        if (verdict.kind === 'known') return verdict.contact;
        if (verdict.kind === 'several') return verdict.contacts[0] ?? null;
      }
      return null;
    },
    ...doing,
    createMany: saveOnce((all) => store.lookUpEach(all), doing.createMany),
    sendNow: () => void send(),
    keepOnDevice,
    get isForgotten() { return stores.isForgotten(); },
    async setKeepOnDevice(keep) {
      const settings = roamingSettings();
      const set = settings.set(keepSetting, keep ? undefined : false);
      return set.ok ? settings.save() : set;
    },
    unsentOfOthers: () => stores.unsentOfOthers(store),
    forgetDevice: () => stores.forgetAll(store),
    drafts: {
      read: async (key) => (await store.readDraft(key))?.value ?? null,
      write: (key, value) => store.writeDraft(key, value, Date.now()),
      remove: (key) => store.removeDraft(key),
      list: () => store.listDrafts(),
    },
    canWriteMail: canOpenNewMessage,
    writeMail: openNewMessage,
    canInvite: canOpenNewAppointment,
    invite: openNewAppointment,
  };
  return {
    services,
    otherAccount,
    async end() {
      for (const one of ends) one();
      await graph.with(async ({ sending }) => ok(await sending.finish()));
      await new Promise((resolve) => { after(draftsMs, () => resolve(null)); });
    },
  };
}

const lookOf = (host: Host): Look => ({
  mode: themeNow().mode,
  direction: directionOf(host.displayLanguage),
  language: host.displayLanguage || 'en-US',
});

function coverageChanges(coverage: () => Coverage, tell: () => void): () => void {
  let before = coverage();
  return () => {
    const now = coverage();
    if (now !== before) tell();
    before = now;
  };
}

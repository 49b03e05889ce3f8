import type { Contact } from '#domain/contact';
import type { Extras } from '#domain/extras';
import { customValuesExtension } from '#graph/customValues';
import { toFollowUp } from '#graph/followUps';
import { toContact } from '#graph/mapping';
import { readContact, readFlagged } from '#graph/wire';
import { writeToken, defaultAppId } from '#sandbox/fakeGraph/http/accessToken';
import { createFaultList } from '#sandbox/fakeGraph/http/faults';
import { serveGraph } from '#sandbox/fakeGraph/http/graphService';
import type { GraphResponse } from '#sandbox/fakeGraph/http/graphService';
import { createThrottle } from '#sandbox/fakeGraph/http/throttle';
import { changeElsewhere } from '#sandbox/fakeGraph/operations/changeElsewhere';
import { isRefusal } from '#sandbox/fakeGraph/refusal';
import { madeJpeg } from '#sandbox/fakeGraph/shapes/jpeg';
import { liesUnder, removeFolder } from '#sandbox/fakeGraph/state/mailbox';
import { renderContact } from '#sandbox/fakeGraph/shapes/renderContact';
import { defaultSettings } from '#sandbox/fakeGraph/state/graphState';
import type { Settings } from '#sandbox/fakeGraph/state/graphState';
import { seedState } from '#sandbox/fakeGraph/state/seedState';
import type { VirtualTime } from './virtualTime.ts';

export const graphOrigin = 'https://graph.test';

/** What happened to a contact in the mailbox, whoever did it. */
export type Happening = {
  readonly at: number;
  readonly by: 'pane' | 'elsewhere';
  readonly kind: 'created' | 'updated' | 'deleted';
  readonly contact: Contact;
};

export type GraphHere = {
  /** One request, from its address to its answer, without any transport. */
  serve(url: string, init: RequestInit): Promise<GraphResponse>;
  newToken(): string;
  elsewhere(request: Readonly<Record<string, unknown>>): Contact | null;
  givePicture(id: string): void;
  /** All that are not in Deleted Items. */
  contacts(): readonly Contact[];
  /** Bytes of the picture, 0 when there is none. */
  pictureOf(id: string): number;
  /** What hangs on it, as the pane would read it. */
  extrasOf(id: string): Partial<Extras>;
  folders(): readonly string[];
  expireBookmarks(): void;
  /** Gives the contacts that went with it. */
  deleteFolder(displayName: string): readonly Contact[];
  readonly settings: Settings;
  readonly happened: readonly Happening[];
};

/** The sandbox's Graph, called in this process instead of over a socket. */
export function graphHere(time: VirtualTime): GraphHere {
  const settings = defaultSettings();
  const clock = { now: () => time.now() };
  const state = seedState(clock, settings, { seed: 'empty', contacts: null }, () => undefined);
  const service = { state: () => state, faults: createFaultList(), throttle: createThrottle(() => settings) };
  const adele = state.directory.called('adele');
  const mailbox = adele && state.mailboxes.get(adele.id);
  if (!adele || !mailbox) throw new Error('There is no adele.');
  const view = { mailbox, directory: state.directory, settings, immutableIds: true };
  const happened: Happening[] = [];
  let hand: Happening['by'] = 'pane';
  let tokens = 0;

  const contactOf = (record: (typeof mailbox.contacts extends Map<number, infer R> ? R : never)): Contact => {
    const wire = readContact(renderContact('v1.0', record, view, null));
    if (!wire.ok) throw new Error('The emulator made a contact that cannot be read.');
    return toContact(wire.value);
  };
  mailbox.onEvent = ({ kind, contact }) => {
    happened.push({ at: time.now(), by: hand, kind, contact: contactOf(contact) });
  };
  const recordOf = (id: string) => [...mailbox.contacts.values()].find((record) => contactOf(record).id === id);

  const isThere = ({ folder: serial }: { readonly folder: number }): boolean => {
    const folder = mailbox.folders.get(serial);
    return folder !== undefined && !liesUnder(mailbox, folder, mailbox.deletedItems);
  };

  return {
    settings,
    happened,
    serve: (url, init) => serveGraph(service, {
      method: init.method ?? 'GET',
      target: url.slice(graphOrigin.length),
      headers: Object.fromEntries(Object.entries(init.headers as Record<string, string>).map(([name, value]) => [name.toLowerCase(), value])),
      bytes: Buffer.from(typeof init.body === 'string' ? init.body : ''),
      origin: graphOrigin,
    }, null),
    newToken: () => {
      tokens += 1;
      return writeToken({
        user: adele.id, scopes: ['Contacts.ReadWrite', 'Contacts.Read'], expires: Math.floor(time.now() / 1000) + 3600,
        serial: tokens, claims: false, appId: defaultAppId,
      });
    },
    elsewhere(request) {
      hand = 'elsewhere';
      try {
        const done = changeElsewhere(state, mailbox, request);
        if (isRefusal(done)) return null;
        const wire = readContact(done);
        return wire.ok ? toContact(wire.value) : null;
      } finally {
        hand = 'pane';
      }
    },
    givePicture(id) {
      const record = recordOf(id);
      if (record) record.photo = { bytes: madeJpeg(48, 120), contentType: 'image/jpeg', width: 48, height: 48 };
    },
    contacts: () => [...mailbox.contacts.values()].filter(isThere).map(contactOf),
    pictureOf: (id) => recordOf(id)?.photo?.bytes.length ?? 0,
    extrasOf(id) {
      const record = recordOf(id);
      if (!record) return {};
      const flag = readFlagged(renderContact('beta', record, view, null));
      const custom = record.extensions?.get(customValuesExtension) ?? {};
      return {
        ...(flag.ok ? { flag: toFollowUp(flag.value) } : {}),
        custom: Object.fromEntries(Object.entries(custom).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].includes('@'))),
        photo: record.photo === null ? null : record.photo.bytes.toString('base64'),
      };
    },
    folders: () => [...mailbox.folders.values()].filter((folder) => folder.wellKnownName === null).map((folder) => folder.displayName),
    deleteFolder(displayName) {
      const folder = [...mailbox.folders.values()].find((one) => one.displayName === displayName);
      if (!folder || liesUnder(mailbox, folder, mailbox.deletedItems)) return [];
      const before = [...mailbox.contacts.values()].filter(isThere);
      removeFolder(mailbox, folder, 'delete');
      return before.filter((record) => !isThere(record)).map(contactOf);
    },
    expireBookmarks: () => { mailbox.deltaEpoch += 1; },
  };
}

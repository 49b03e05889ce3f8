import { clouds } from './clouds.ts';
import type { Cloud, CloudName } from './clouds.ts';

export type BuildSettings = {
  /** Origin the pane is served from, at its root: `https://contacts.example.com`. */
  readonly origin: string;
  /** Application id of the registration in Entra. */
  readonly clientId: string;
  readonly cloud: Cloud;
  /** Where one signs in, tenant included. */
  readonly authority: string;
  readonly officeJs: string;
  /** Id of the organisation's schema extension for contacts; null when it has none. */
  readonly schemaExtension: string | null;
  /** Origins of pages that may show the pane in a frame. */
  readonly frameAncestors: readonly string[];
};

export type ReadSettings =
  | { readonly ok: true; readonly settings: BuildSettings }
  /** One sentence for each thing that is wrong, saying what to set. */
  | { readonly ok: false; readonly sentences: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const tenantName = /^[a-z0-9][a-z0-9.-]*$/i;

/** Reads what a build has to know from the environment. Nothing is guessed: what is missing or odd is a sentence. */
export function readBuildSettings(environment: Environment): ReadSettings {
  const sentences: string[] = [];
  const given = (name: string) => environment[name]?.trim() ?? '';

  const cloudName = given('CLOUD') === '' ? 'global' : given('CLOUD');
  const isCloud = Object.hasOwn(clouds, cloudName);
  if (!isCloud) sentences.push(`CLOUD=${cloudName} is none of the clouds there are. Set it to ${list(Object.keys(clouds))}, or leave it out for global.`);
  const cloud = clouds[isCloud ? cloudName as CloudName : 'global'];

  const origin = readOrigin(given('CONTACT_PANE_HOST'));
  if (given('CONTACT_PANE_HOST') === '') {
    sentences.push('CONTACT_PANE_HOST is not set. Set it to the address the pane will be served from, for example CONTACT_PANE_HOST=contacts.example.com.');
  } else if (origin === null) {
    sentences.push(`CONTACT_PANE_HOST=${given('CONTACT_PANE_HOST')} is no host of its own. Set it to a host name, with a port if need be, and no path: signing in fails for a pane below a path.`);
  }

  const clientId = given('CLIENT_ID').toLowerCase();
  if (clientId === '') {
    sentences.push('CLIENT_ID is not set. Set it to the application (client) id of the registration in Microsoft Entra; docs/administrators.md says how to register.');
  } else if (!guid.test(clientId)) {
    sentences.push(`CLIENT_ID=${clientId} is no application id. It looks like 11111111-2222-3333-4444-555555555555.`);
  }

  const authority = readAuthority(given('AUTHORITY'), cloud);
  if (authority === null) {
    sentences.push(`AUTHORITY=${given('AUTHORITY')} does not belong to ${cloud.title}. Set it to a tenant (its id, or a name such as example.onmicrosoft.com), or to an address that begins with ${list(cloud.logins)}.`);
  }

  const officeJs = given('OFFICE_JS_URL') === '' ? cloud.officeJs : given('OFFICE_JS_URL');
  if (!/^https:\/\/[^\s"'<>]+\/office\.js$/.test(officeJs)) {
    sentences.push(`OFFICE_JS_URL=${officeJs} is no https address of an office.js.`);
  }

  const moreHosts = given('OUTLOOK_HOSTS').split(/[\s,]+/).filter((host) => host !== '');
  for (const host of moreHosts) {
    if (!/^https:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?$/i.test(host)) {
      sentences.push(`OUTLOOK_HOSTS names ${host}. Write each as https:// and a host, without a path, with a blank between two.`);
    }
  }

  const schemaExtension = given('SCHEMA_EXTENSION');
  // `ext` and eight signs, or a domain of the organisation. (Microsoft Graph, "schemaExtension resource type")
  if (schemaExtension !== '' && !/^[a-z0-9]+_[a-z]\w*$/i.test(schemaExtension)) {
    sentences.push(`SCHEMA_EXTENSION=${schemaExtension} is no id of a schema extension. It looks like extkvbmkofy_contactData.`);
  }

  if (sentences.length > 0 || origin === null || authority === null) return { ok: false, sentences };
  return {
    ok: true,
    settings: { origin, clientId, cloud, authority, officeJs, schemaExtension: schemaExtension === '' ? null : schemaExtension, frameAncestors: [...new Set([...cloud.outlook, ...moreHosts])] },
  };
}

/** `contacts.example.com`, `https://contacts.example.com/` and `localhost:3000` are the same kind of thing. */
function readOrigin(text: string): string | null {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return url.protocol === 'https:' && bare && !url.host.includes('*') ? url.origin : null;
}

function readAuthority(text: string, cloud: Cloud): string | null {
  if (text === '') return `${cloud.logins[0]}/${cloud.tenant}`;
  if (tenantName.test(text)) return `${cloud.logins[0]}/${text}`;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const tenant = url.pathname.replaceAll('/', '');
  return cloud.logins.includes(url.origin) && tenantName.test(tenant) ? `${url.origin}/${tenant}` : null;
}

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

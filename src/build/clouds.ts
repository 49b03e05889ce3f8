/**
 * Microsoft's clouds, as far as the pane meets them. Nothing crosses between them: registrations, tokens and
 * addresses of one are of no use in another, so a build names the addresses of one alone.
 * (Microsoft Graph, "National cloud deployments"; Office add-ins, "Guidance for deploying Office Add-ins on
 * government clouds" and its note on 21Vianet)
 */
export type CloudName = 'global' | 'usgov' | 'usgovdod' | 'china';

export type Cloud = {
  readonly name: CloudName;
  /** As a sentence may name it. */
  readonly title: string;
  readonly graph: string;
  /** Origins the pane may be sent to for signing in; the first is the usual one. */
  readonly logins: readonly string[];
  /** Who may sign in when nothing else is said. Personal accounts exist in the global cloud alone. */
  readonly tenant: 'common' | 'organizations';
  readonly officeJs: string;
  /** Pages that may show the pane in a frame. There is no official list for mail add-ins; `OUTLOOK_HOSTS` adds to it. */
  readonly outlook: readonly string[];
};

export const clouds: Readonly<Record<CloudName, Cloud>> = {
  global: {
    name: 'global',
    title: 'the global cloud, with US GCC',
    graph: 'https://graph.microsoft.com',
    logins: ['https://login.microsoftonline.com'],
    tenant: 'common',
    officeJs: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
    // (Microsoft Teams platform, "Content security policy headers", the hosts named for Outlook)
    outlook: ['https://outlook.office.com', 'https://outlook.office365.com', 'https://outlook.live.com', 'https://*.cloud.microsoft'],
  },
  usgov: {
    name: 'usgov',
    title: 'US Government, GCC High (L4)',
    graph: 'https://graph.microsoft.us',
    logins: ['https://login.microsoftonline.us'],
    tenant: 'organizations',
    officeJs: 'https://appsforoffice.gcch.cdn.office.net/appsforoffice/lib/1/hosted/office.js',
    outlook: ['https://outlook.office365.us'],
  },
  usgovdod: {
    name: 'usgovdod',
    title: 'US Government, DoD (L5)',
    graph: 'https://dod-graph.microsoft.us',
    logins: ['https://login.microsoftonline.us'],
    tenant: 'organizations',
    officeJs: 'https://appsforoffice.dod.cdn.office.net/appsforoffice/lib/1/hosted/office.js',
    outlook: ['https://webmail.apps.mil', 'https://outlook-dod.office365.us'],
  },
  china: {
    name: 'china',
    title: 'China, operated by 21Vianet',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    // MSAL takes the first for an alias of the second and may ask there.
    logins: ['https://login.chinacloudapi.cn', 'https://login.partner.microsoftonline.cn'],
    tenant: 'organizations',
    officeJs: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
    outlook: ['https://partner.outlook.cn'],
  },
};

/** Hosts that belong to a cloud and stand in packages, beside those named above. */
const alsoOf: Readonly<Record<CloudName, readonly string[]>> = {
  global: [
    'login.windows.net', 'login.microsoft.com', 'sts.windows.net', 'login.live.com', 'ciamlogin.com',
    'appsforoffice.gcc.cdn.office.net',
  ],
  usgov: ['login.usgovcloudapi.net'],
  usgovdod: ['login.usgovcloudapi.net'],
  china: [],
};

/** Clouds nobody can choose here, and one that is closed: their addresses have no business in any build. */
const ofNoCloud = [
  'login.microsoftonline.de', 'login-us.microsoftonline.com',
  'login.sovcloud-identity.fr', 'login.sovcloud-identity.de', 'login.sovcloud-identity.sg',
];

const hostOf = (address: string) => new URL(address).host;

function hostsOf(cloud: Cloud): readonly string[] {
  const outlook = cloud.outlook.map((origin) => origin.replace('https://', '').replace('*.', ''));
  return [hostOf(cloud.graph), ...cloud.logins.map(hostOf), hostOf(cloud.officeJs), ...outlook, ...alsoOf[cloud.name]];
}

/** Every host that belongs to another cloud than this one and not to this one as well; the longest first. */
export function foreignHosts(cloud: Cloud): readonly string[] {
  const own = new Set(hostsOf(cloud));
  const others = [...Object.values(clouds).flatMap(hostsOf), ...ofNoCloud].filter((host) => !own.has(host));
  return [...new Set(others)].sort((one, other) => other.length - one.length || one.localeCompare(other));
}

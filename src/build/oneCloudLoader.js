/**
 * Microsoft's packages carry tables of all clouds. A build is for one, so the hosts of the others are struck out:
 * in their place stands a name that no resolver will ever know (RFC 2606, ".invalid"). The pane always names its own
 * sign-in address, and so never reads those rows.
 */
export const struckOut = 'other-cloud.invalid';

export function strikeOut(source, foreignHosts) {
  if (foreignHosts.length === 0) return source;
  const hosts = foreignHosts.map((host) => host.replaceAll('.', '\\.')).join('|');
  return source.replace(new RegExp(`(?<![\\w-])(?:${hosts})(?![\\w-])`, 'g'), struckOut);
}

export default function oneCloudLoader(source) {
  return strikeOut(source, this.getOptions().foreignHosts);
}

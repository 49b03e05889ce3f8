/** What the scripts put before office.js know of their host, read from the frame's name (see `startInfo.ts`). */
export type HostOfPane = {
  readonly origin: string;
  readonly storage: 'allowed' | 'denied';
  readonly nestedAppAuth: boolean;
  readonly connection: 'online' | 'offline';
};

export function hostOfPane(): HostOfPane | null {
  if (window.parent === window) return null;
  try {
    const name = JSON.parse(window.name) as { xdmInfo: string; sandbox: Omit<HostOfPane, 'origin'> };
    return { ...name.sandbox, origin: new URL(name.xdmInfo.split('|')[2] ?? '').origin };
  } catch {
    return null;
  }
}

import { failed, ok } from '#domain/result';
import type { Result } from '#domain/result';

/** What the page that carries the pane says about its cloud and its registration. */
export type Settings = {
  /** Origin of Graph, without a version. */
  readonly graphUrl: string;
  readonly clientId: string;
  readonly authority: string;
  /** The id of the organisation's schema extension for contacts; null when it has none. */
  readonly schemaExtension: string | null;
};

/** Reads the JSON text in the page's `contact-pane-settings`. A page built wrongly is a value, not an exception. */
export function readSettings(text: string | null): Result<Settings, 'settingsMissing' | 'settingsBroken'> {
  if (text === null || text === '') return failed('settingsMissing' as const);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return failed('settingsBroken' as const);
  }
  if (typeof json !== 'object' || json === null) return failed('settingsBroken' as const);
  const { graphUrl, clientId, authority, schemaExtension } = json as Record<string, unknown>;
  if (typeof graphUrl !== 'string' || typeof clientId !== 'string' || typeof authority !== 'string') {
    return failed('settingsBroken' as const);
  }
  return ok({
    graphUrl: graphUrl.replace(/\/+$/, ''), clientId, authority,
    schemaExtension: typeof schemaExtension === 'string' && schemaExtension !== '' ? schemaExtension : null,
  });
}

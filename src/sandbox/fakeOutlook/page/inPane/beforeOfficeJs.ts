/**
 * Served in front of the package's office.js, in one answer. Storage goes first: whatever runs after it must
 * already meet the closed door.
 */
import { standInForAjax } from './ajaxStandIn.ts';
import { followConnection } from './connection.ts';
import { denyStorage } from './deniedStorage.ts';
import { hostOfPane } from './hostOfPane.ts';
import { putNestedAppAuthBridge } from './nestedAppAuthBridge.ts';

export function beforeOfficeJs(): void {
  const host = hostOfPane();
  if (host?.storage === 'denied') denyStorage();
  standInForAjax();
  if (host === null) return;
  followConnection(host);
  if (host.nestedAppAuth) putNestedAppAuthBridge(host);
}

beforeOfficeJs();

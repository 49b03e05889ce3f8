import { chromiumArgs } from '../flows/support/chromium.ts';

export { chromiumPath } from '../flows/support/chromium.ts';

/** A page that is filled in by the test counts as public, and may ask nothing of this machine unless it is told to be let. */
export const browserArgs = [...chromiumArgs, '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests'];

import { chromiumPath } from './chromium.ts';

/** Ends well when there is a browser to drive, and with a sentence when not. */
try {
  console.log(chromiumPath());
} catch (trouble) {
  console.error((trouble as Error).message);
  process.exitCode = 1;
}

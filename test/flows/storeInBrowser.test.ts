import { join } from 'node:path';
import { build } from 'esbuild';
import { closeBrowser, openBrowser } from './support/outlook.ts';
import { graphUrl } from './support/sandboxAddress.ts';

afterAll(closeBrowser);

/** The suite that memory and fake-indexeddb pass in Jest, over the real thing. */
describe('the store in a real browser', () => {
  it('keeps every promise of the suite', async () => {
    const { outputFiles } = await build({
      entryPoints: [join(__dirname, 'inBrowser', 'storeSuite.ts')], bundle: true, write: false, format: 'iife', globalName: 'suite', platform: 'browser',
      logLevel: 'silent',
    });
    const page = await (await openBrowser()).newPage();
    await page.goto(`${graphUrl}/healthz`);
    const outcome = await page.evaluate(`${outputFiles[0]?.text ?? ''}; suite.run()`) as { passed: number; failed: string[] };
    await page.close();
    expect(outcome.failed).toEqual([]);
    expect(outcome.passed).toBeGreaterThan(50);
  }, 120_000);
});

/** The two pieces of browser code the sandbox brings, bundled in memory: the host page, and what precedes office.js. */
import { build } from 'esbuild';
import { join } from 'node:path';

export type BrowserCode = { readonly page: string; readonly beforeOfficeJs: string };

export async function bundleBrowserCode(): Promise<BrowserCode> {
  const bundle = async (file: string) => {
    const result = await build({
      entryPoints: [join(import.meta.dirname, 'page', file)],
      bundle: true,
      format: 'iife',
      target: 'es2022',
      charset: 'utf8',
      write: false,
      logLevel: 'silent',
    });
    return result.outputFiles[0]?.text ?? '';
  };
  const [page, beforeOfficeJs] = await Promise.all([bundle('outlookPage.ts'), bundle('inPane/beforeOfficeJs.ts')]);
  return { page, beforeOfficeJs };
}

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';
import webpack from 'webpack';

const root = dirname(fileURLToPath(import.meta.url));

const escapeAttribute = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Prints what each script weighs on the wire, and fails the build when sign-in slips into the first load. */
class SizeReport {
  apply(compiler) {
    compiler.hooks.done.tap('SizeReport', ({ compilation }) => {
      if (compilation.errors.length > 0) return;
      const gzipped = (name) => gzipSync(compiler.outputFileSystem.readFileSync(join(compilation.outputOptions.path, name))).length;
      const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB gzip`;
      for (const [page, entry] of compilation.entrypoints) {
        const first = entry.getFiles().filter((name) => name.endsWith('.js'));
        const total = first.reduce((sum, name) => sum + gzipped(name), 0);
        console.log(`${page}, first load: ${kilobytes(total)}`);
      }
      for (const chunk of compilation.chunks) {
        for (const name of chunk.files) {
          if (!name.endsWith('.js')) continue;
          const size = gzipped(name);
          console.log(`  ${name.padEnd(44)} ${kilobytes(size)}${chunk.canBeInitial() ? '  (first load)' : ''}`);
        }
        if (!chunk.canBeInitial()) continue;
        for (const module of compilation.chunkGraph.getChunkModulesIterable(chunk)) {
          if (/[\\/]@azure[\\/]msal-/.test(module.identifier())) {
            throw new Error('MSAL has slipped into the first load: import it dynamically, in src/auth only.');
          }
        }
      }
    });
  }
}

/**
 * The pane, for one organisation in one cloud. What differs is written into the page, not into the scripts, so that the
 * sandbox can point an unmodified build at its emulator; only tables of other clouds are struck out of packages.
 * `src/build/main.ts` reads the settings and calls this; see PaneBuild there.
 */
export default function paneConfiguration(pane) {
  if (pane?.page === undefined) throw new Error('Run "npm run build": it reads what the build has to know and starts webpack.');
  return {
    mode: 'production',
    context: root,
    entry: { taskpane: './src/taskpane/index.tsx', signin: './src/taskpane/signin.ts', commands: './src/commands/index.ts' },
    output: {
      path: pane.out,
      filename: '[name].[contenthash:10].js',
      chunkFilename: '[name].[contenthash:10].js',
      assetModuleFilename: 'assets/[name].[contenthash:10][ext]',
      publicPath: 'auto',
      clean: true,
    },
    devtool: 'hidden-source-map',
    cache: { type: 'filesystem', cacheDirectory: join(root, '.cache', 'webpack') },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        {
          test: /[\\/]node_modules[\\/](@azure[\\/]msal-|@microsoft[\\/]office-js-helpers)/,
          // In the request and not as options, which webpack's cache does not look at: it would hand out another cloud's.
          use: `${join(root, 'src', 'build', 'oneCloudLoader.js')}?${JSON.stringify({ foreignHosts: pane.foreignHosts })}`,
        },
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: 'swc-loader',
            options: {
              jsc: {
                target: 'es2022',
                parser: { syntax: 'typescript', tsx: true },
                transform: { react: { runtime: 'automatic' } },
              },
            },
          },
        },
      ],
    },
    optimization: {
      chunkIds: 'named',
      minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, extractComments: false })],
    },
    // The figure that counts is the zipped first load, which SizeReport prints.
    performance: { hints: false },
    stats: 'errors-warnings',
    plugins: [
      ...[['taskpane', 'taskpane'], ['taskpane', 'signin'], ['commands', 'commands']].map(([room, page]) => new HtmlPlugin({
        template: `./src/${room}/${page}.html`,
        filename: `${page}.html`,
        chunks: [page],
        scriptLoading: 'defer',
        minify: false,
        templateParameters: {
          officeJsUrl: escapeAttribute(pane.officeJsUrl),
          scriptOrigins: escapeAttribute(pane.scriptOrigins.join(' ')),
          settings: escapeAttribute(JSON.stringify(pane.page)),
        },
      })),
      new CopyPlugin({
        patterns: [
          { from: 'assets', to: 'assets', noErrorOnMissing: true },
          { from: 'src/taskpane/trustedTypes.js', to: 'trustedTypes.js' },
          { from: 'src/taskpane/shell.css', to: 'shell.css' },
          { from: 'src/taskpane/about.html', to: 'about.html' },
          { from: 'src/taskpane/help.html', to: 'help.html' },
          { from: 'src/taskpane/help.css', to: 'help.css' },
          { from: 'src/taskpane/consent.html', to: 'consent.html' },
          { from: 'src/taskpane/consent.js', to: 'consent.js' },
        ],
      }),
      // Nearly all of the first load runs before the first card stands: Chromium then compiles it as a whole beside the page,
      // and keeps it so, instead of function after function while the card is drawn. Other browsers read past it.
      new webpack.BannerPlugin({
        banner: '//# allFunctionsCalledOnLoad', raw: true, test: /^taskpane\.\w+\.js$/,
        // Smaller scripts have no comments any more.
        stage: webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1,
      }),
      new SizeReport(),
    ],
  };
}

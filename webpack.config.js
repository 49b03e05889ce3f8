import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';

const root = dirname(fileURLToPath(import.meta.url));

/**
 * What differs between clouds and tenants. It is written into the page, not into the scripts, so that the same
 * hashed scripts serve everybody and the sandbox can point the unmodified build at its emulator.
 */
const settings = {
  officeJsUrl: process.env.OFFICE_JS_URL ?? 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  page: {
    graphUrl: process.env.GRAPH_URL ?? 'https://graph.microsoft.com',
    clientId: process.env.CLIENT_ID ?? '00000000-0000-0000-0000-000000000000',
    authority: process.env.AUTHORITY ?? 'https://login.microsoftonline.com/common',
  },
};

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

export default (_env, { mode = 'production' } = {}) => ({
  mode,
  context: root,
  entry: { taskpane: './src/taskpane/index.tsx' },
  output: {
    path: join(root, 'dist'),
    filename: '[name].[contenthash:10].js',
    chunkFilename: '[name].[contenthash:10].js',
    assetModuleFilename: 'assets/[name].[contenthash:10][ext]',
    publicPath: 'auto',
    clean: true,
  },
  devtool: mode === 'production' ? 'hidden-source-map' : 'source-map',
  cache: { type: 'filesystem', cacheDirectory: join(root, '.cache', 'webpack') },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
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
    new HtmlPlugin({
      template: './src/taskpane/taskpane.html',
      filename: 'taskpane.html',
      chunks: ['taskpane'],
      scriptLoading: 'defer',
      minify: false,
      templateParameters: {
        officeJsUrl: settings.officeJsUrl,
        settings: escapeAttribute(JSON.stringify(settings.page)),
      },
    }),
    new CopyPlugin({
      patterns: [
        { from: 'assets', to: 'assets', noErrorOnMissing: true },
        { from: 'src/taskpane/trustedTypes.js', to: 'trustedTypes.js' },
        { from: 'src/taskpane/shell.css', to: 'shell.css' },
        { from: 'src/taskpane/about.html', to: 'about.html' },
        { from: 'src/taskpane/help.html', to: 'help.html' },
        { from: 'src/taskpane/help.css', to: 'help.css' },
      ],
    }),
    new SizeReport(),
  ],
});

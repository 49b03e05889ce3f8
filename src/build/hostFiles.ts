import { cacheControl, headerRules, headersForAll } from './securityHeaders.ts';
import type { Headers } from './securityHeaders.ts';
import type { BuildSettings } from './buildSettings.ts';

/** Text by file name. */
export type Files = Readonly<Record<string, string>>;

/**
 * The same headers in the words of the common static hosts. These lie in the served folder, where those hosts look
 * for them, and none of them holds a secret. `files` are the paths below that folder.
 */
export function hostFiles(settings: BuildSettings, files: readonly string[]): Files {
  return {
    '_headers': netlifyAndCloudflare(settings, files),
    'staticwebapp.config.json': azureStaticWebApps(settings, files),
    'web.config': iis(settings, files),
    '.htaccess': apache(settings),
  };
}

/** For servers that are configured elsewhere, and for everybody else as a list. They lie beside the served folder. */
export function serverNotes(settings: BuildSettings, files: readonly string[]): Files {
  return {
    'nginx.conf': nginx(settings),
    'headers.json': `${JSON.stringify(headerRules(settings, files), null, 2)}\n`,
  };
}

/** Netlify and Cloudflare Pages read the same form. */
function netlifyAndCloudflare(settings: BuildSettings, files: readonly string[]): string {
  return headerRules(settings, files)
    .map(({ path, headers }) => [path, ...pairs(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'))
    .join('\n') + '\n';
}

function azureStaticWebApps(settings: BuildSettings, files: readonly string[]): string {
  const [all, ...rules] = headerRules(settings, files);
  return `${JSON.stringify({
    // The pages are files; nothing is to be answered with another file.
    globalHeaders: all?.headers,
    routes: rules.map(({ path, headers }) => ({ route: path, headers })),
    mimeTypes: { '.json': 'application/json', '.xml': 'text/xml' },
  }, null, 2)}\n`;
}

function iis(settings: BuildSettings, files: readonly string[]): string {
  const headers = (some: Headers, indent: string) => pairs(some).map(([name, value]) => [
    `${indent}<remove name="${escape(name)}" />`,
    `${indent}<add name="${escape(name)}" value="${escape(value)}" />`,
  ].join('\n')).join('\n');
  const rule = (path: string, value: string) => `  <location path="${escape(path)}">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
${headers({ 'Cache-Control': value }, '          ')}
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>`;
  const own = [...files].sort().filter((file) => !file.startsWith('assets/'));
  return `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <staticContent>
      <remove fileExtension=".json" />
      <mimeMap fileExtension=".json" mimeType="application/json" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
${headers(headersForAll(settings), '        ')}
      </customHeaders>
    </httpProtocol>
  </system.webServer>
${[...own.map((file) => rule(file, cacheControl(file))), rule('assets', cacheControl('assets/'))].join('\n')}
</configuration>
`;
}

/** Needs mod_headers. */
function apache(settings: BuildSettings): string {
  const quoted = (value: string) => `"${value.replaceAll('"', '\\"')}"`;
  return `# Needs mod_headers. The last match decides.
${pairs(headersForAll(settings)).map(([name, value]) => `Header always set ${name} ${quoted(value)}`).join('\n')}
Header set Cache-Control ${quoted(cacheControl('plain.js'))}
<FilesMatch "\\.html$">
  Header set Cache-Control ${quoted(cacheControl('page.html'))}
</FilesMatch>
<FilesMatch "[.-][0-9a-f]{10}\\.\\w+$">
  Header set Cache-Control ${quoted(cacheControl('script.0123456789.js'))}
</FilesMatch>
<FilesMatch "^icon.*\\.(png|svg)$">
  Header set Cache-Control ${quoted(cacheControl('assets/icon.png'))}
</FilesMatch>
<FilesMatch "^(_headers|web\\.config|staticwebapp\\.config\\.json)$">
  Require all denied
</FilesMatch>
`;
}

/** One map and one server: `add_header` in a location would drop those of the server. */
function nginx(settings: BuildSettings): string {
  const quoted = (value: string) => `"${value.replaceAll('"', '\\"')}"`;
  return `# To be included in the http block.
map $uri $contact_pane_cache {
  default                              ${quoted(cacheControl('plain.js'))};
  ~\\.html$                             ${quoted(cacheControl('page.html'))};
  "~[.-][0-9a-f]{10}\\.\\w+$"            ${quoted(cacheControl('script.0123456789.js'))};
  ~^/assets/                           ${quoted(cacheControl('assets/icon.png'))};
}

server {
  listen 443 ssl;
  server_name ${new URL(settings.origin).hostname};
  # ssl_certificate …; ssl_certificate_key …;
  root /srv/contact-pane;  # what is in dist/

${pairs(headersForAll(settings)).map(([name, value]) => `  add_header ${name} ${quoted(value)} always;`).join('\n')}
  add_header Cache-Control $contact_pane_cache;

  location ~ ^/(_headers|web\\.config|staticwebapp\\.config\\.json|\\.htaccess)$ { return 404; }
  location / { try_files $uri =404; }
}
`;
}

const pairs = (headers: Headers) => Object.entries(headers);
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startPane } from '#app/startPane';
import { soon } from '#app/cell';
import { readSettings } from '#app/settings';
import { App } from './App.tsx';

const settings = readSettings(
  document.querySelector('meta[name="contact-pane-settings"]')?.getAttribute('content') ?? null,
);
if (!settings.ok) throw new Error(`The page was built wrongly: ${settings.problem}.`);

const place = document.getElementById('pane');
if (place === null) throw new Error('The page was built wrongly: no place for the pane.');

/** Whoever waits longer is told that something is being read; until then the page's own outline stands. */
const outlineMs = 600;

const boot = startPane(settings.value, { url: document.baseURI });
// Drawing that nothing is there yet would put off the moment at which something is.
void soon(boot, ({ phase }) => phase !== 'starting', outlineMs).then(() => {
  createRoot(place).render(
    <StrictMode>
      <App boot={boot} />
    </StrictMode>,
  );
});

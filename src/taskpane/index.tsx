import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startPane } from '#app/compose';
import { readSettings } from '#app/settings';
import { App } from './App.tsx';

const settings = readSettings(
  document.querySelector('meta[name="contact-pane-settings"]')?.getAttribute('content') ?? null,
);
if (!settings.ok) throw new Error(`The page was built wrongly: ${settings.problem}.`);

const place = document.getElementById('pane');
if (place === null) throw new Error('The page was built wrongly: no place for the pane.');

const boot = startPane(settings.value, { url: document.baseURI });
createRoot(place).render(
  <StrictMode>
    <App boot={boot} />
  </StrictMode>,
);

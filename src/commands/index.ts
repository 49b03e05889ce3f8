/** The page behind the ribbon: it has nothing to show, Outlook loads it when a button is pressed. */
import { startCommands } from '#app/startCommands';
import { readSettings } from '#app/settings';
import { sentenceOf, tooLong } from './sentences.ts';

const settings = readSettings(document.querySelector('meta[name="contact-pane-settings"]')?.getAttribute('content') ?? null);
if (!settings.ok) throw new Error(`The page was built wrongly: ${settings.problem}.`);

startCommands(settings.value, { url: document.baseURI }, { addSender: { name: 'addSender', sentence: sentenceOf }, tooLong });

import { runSignInPage } from '#app/composeSignIn';
import { readSettings } from '#app/settings';
import { signInPage } from './text/en/signInPage.ts';

/** The page in the sign-in window: says in a word what is going on, and leaves the rest to `runSignInPage`. */
const word = document.getElementById('word');
const say = (sentence: string) => { if (word) word.textContent = sentence; };

const settings = readSettings(document.querySelector('meta[name="contact-pane-settings"]')?.getAttribute('content') ?? null);
if (settings.ok) {
  runSignInPage(settings.value, location.href).then(
    ({ kind }) => say(signInPage[kind]),
    () => say(signInPage.defect),
  );
} else {
  say(signInPage.defect);
}

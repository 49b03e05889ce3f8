import { addIn } from './addIn.ts';
import type { Button, Surface } from './addIn.ts';

/** The JSON form takes three sizes at most, and these three are required. */
const iconSizes = [16, 32, 80];

/**
 * The unified manifest, the twin of `manifestXml`, and its German words as a file of their own. It is an extra: not
 * every Outlook reads this form. Both lie in one folder with `assets/` when they are packed for upload.
 * (Microsoft 365 app manifest, version 1.25)
 */
export function manifestJson(origin: string, clientId: string): { readonly manifest: object; readonly german: object } {
  const at = (path: string) => `${origin}/${path}`;
  const icons = iconSizes.map((size) => ({ size, url: at(`assets/icon-${size}.png`) }));

  const control = (button: Button, surface: Surface) => ({
    id: `${surface.id}.${button.id}`,
    type: 'button',
    label: button.label.en,
    icons,
    supertip: { title: button.label.en, description: button.tip.en },
    actionId: button.does.kind === 'run' ? button.does.action : surface.pinnable ? 'openPinnable' : 'open',
  });

  const manifest = {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.schema.json',
    manifestVersion: '1.25',
    version: addIn.version,
    id: addIn.id,
    localizationInfo: { defaultLanguageTag: 'en-us', additionalLanguages: [{ languageTag: 'de-de', file: 'manifest.de-de.json' }] },
    developer: {
      name: addIn.provider,
      websiteUrl: at(addIn.about),
      privacyUrl: at(`${addIn.about}#privacy`),
      termsOfUseUrl: at(`${addIn.about}#terms`),
    },
    name: { short: addIn.name.en, full: addIn.name.en },
    description: { short: addIn.short.en, full: addIn.description.en },
    icons: { outline: 'assets/icon-outline-32.png', color: 'assets/icon-192.png' },
    accentColor: addIn.accentColor,
    validDomains: [new URL(origin).host],
    webApplicationInfo: { id: clientId },
    authorization: { permissions: { resourceSpecific: [{ name: permissionNames[addIn.permission], type: 'Delegated' }] } },
    extensions: [{
      requirements: { scopes: ['mail'], capabilities: [{ name: 'Mailbox', minVersion: addIn.mailbox }] },
      runtimes: [
        {
          id: 'pane',
          type: 'general',
          code: { page: at(addIn.pane) },
          lifetime: 'short',
          actions: [
            { id: 'openPinnable', type: 'openPage', view: 'pane', pinnable: true },
            { id: 'open', type: 'openPage', view: 'pane' },
          ],
        },
        {
          id: 'commands',
          type: 'general',
          code: { page: at(addIn.commands) },
          lifetime: 'short',
          actions: addIn.buttons.flatMap(({ does }) => (does.kind === 'run' ? [{ id: does.action, type: 'executeFunction' }] : [])),
        },
      ],
      ribbons: addIn.surfaces.map((surface) => ({
        contexts: [surface.json],
        tabs: [{
          builtInTabId: 'TabDefault',
          groups: [{
            id: `${surface.id}.group`,
            label: addIn.group.en,
            icons,
            controls: buttonsOn(surface).map((button) => control(button, surface)),
          }],
        }],
      })),
    }],
  };
  return { manifest, german: germanWords() };
}

/** What the JSON form calls the permissions of the XML form. */
const permissionNames = {
  Restricted: 'MailboxItem.Restricted.User',
  ReadItem: 'MailboxItem.Read.User',
  ReadWriteItem: 'MailboxItem.ReadWrite.User',
  ReadWriteMailbox: 'Mailbox.ReadWrite.User',
} as const;

/** Words are found by where they stand, so this follows the order above. */
function germanWords(): Record<string, string> {
  const words: Record<string, string> = {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json',
    'name.short': addIn.name.de,
    'name.full': addIn.name.de,
    'description.short': addIn.short.de,
    'description.full': addIn.description.de,
  };
  addIn.surfaces.forEach((surface, ribbon) => {
    const group = `extensions[0].ribbons[${ribbon}].tabs[0].groups[0]`;
    words[`${group}.label`] = addIn.group.de;
    buttonsOn(surface).forEach((button, index) => {
      const control = `${group}.controls[${index}]`;
      words[`${control}.label`] = button.label.de;
      words[`${control}.supertip.title`] = button.label.de;
      words[`${control}.supertip.description`] = button.tip.de;
    });
  });
  return words;
}

const buttonsOn = (surface: Surface) => addIn.buttons.filter((button) => button.on.includes(surface.id));

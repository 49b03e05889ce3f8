/** Stands for Microsoft's own window in which a person agrees to what an application asks for. */
import { users, type UserKey } from '../../seed/people.ts';
import { button, element } from './element.ts';

export function askConsent(user: UserKey, scopes: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    let agreed = false;
    const dialog = element('dialog', { class: 'form consent', 'aria-label': 'Permissions requested' });
    dialog.append(
      element('p', { class: 'hint' }, users[user].address),
      element('h2', {}, 'Permissions requested'),
      element('p', {}, 'Contact Pane would like to:'),
      element('ul', {}, ...scopes.map((scope) => element('li', {}, scope))),
      element('div', { class: 'form-buttons' },
        button('Cancel', () => { dialog.close(); }, { class: 'quiet' }),
        button('Accept', () => { agreed = true; dialog.close(); }, { class: 'primary' })),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(agreed);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Puts the page together: one situation, the mailbox of its user, and the parts that show them. */
import type { Item } from '../../seed/items.ts';
import { users } from '../../seed/people.ts';
import { avatar } from './avatar.ts';
import { composeView, type ComposeView } from './composeView.ts';
import { askConsent } from './consentPanel.ts';
import { dock } from './dock.ts';
import { button, element } from './element.ts';
import { accessToken, hasFaults, setFaults } from './emulator.ts';
import type { Form, MethodContext } from './executeMethod.ts';
import { forgetTokens } from './forgetTokens.ts';
import { showForm } from './formOverlay.ts';
import { recall, remember } from './guardedStorage.ts';
import { hostProfiles } from './hostProfiles.ts';
import { icon } from './icon.ts';
import { itemId, staysOpen } from './initialData.ts';
import { itemList, moduleNames, moduleOf, type Module } from './itemList.ts';
import { openMailbox, type Mailbox } from './mailbox.ts';
import { messageLog } from './messageLog.ts';
import { colorScheme } from './officeTheme.ts';
import type { PaneSurroundings } from './paneFrame.ts';
import { readingPane } from './readingPane.ts';
import { runRibbonCommand } from './ribbonCommand.ts';
import { roamingSettings, saveRoamingSettings } from './roamingSettings.ts';
import { situationFromQuery, situationToQuery, startsPaneAnew, textDirection, type Situation } from './situation.ts';
import { situationPanel } from './situationPanel.ts';

export function outlookPage(): void {
  let situation = situationFromQuery(window.location.search);
  let mailbox: Mailbox = openMailbox(situation.user);
  let module: Module = 'mail';
  let compose: { id: string; view: ComposeView } | null = null;
  const log = messageLog();

  const selected = (): Item | null => mailbox.find(situation.item);

  const methods = (): MethodContext => ({
    item: selected(),
    mailbox,
    canCompose: hostProfiles[situation.profile].canCompose,
    showForm: (form: Form) => {
      const wanted = form.kind === 'item' ? String(form.parameters['itemId']) : '';
      const item = mailbox.all().find((one) => itemId(one, situation, mailbox.user.address) === wanted);
      if (item !== undefined) change({ item: item.id });
      else showForm(form);
    },
    closePane: () => { change({ pane: 'closed' }); },
    saveRoamingSettings: (settings) => { saveRoamingSettings(situation.user, settings); },
  });

  const change = (part: Partial<Situation>) => {
    const before = situation;
    const itemBefore = selected();
    situation = { ...situation, ...part };
    window.history.replaceState(null, '', situationToQuery(situation));

    const differs = (key: keyof Situation) => before[key] !== situation[key];
    if (differs('user')) useMailbox();
    const itemNow = selected();
    if (differs('item') || differs('user')) showSelection();
    if (differs('locale') || differs('dir') || differs('theme')) dress();
    if (differs('locale')) showList();
    if (differs('fault') || differs('connection')) void tellEmulator();

    if (differs('signin') || differs('user')) forgetTokens();

    const toNewItem = differs('item');
    if (startsPaneAnew.some(differs) || differs('pane') || differs('panes')) addIns.restart();
    else if (toNewItem && !staysOpen(situation.pinned, itemBefore, itemNow)) addIns.restart();
    else if (toNewItem) addIns.each((frame) => { frame.itemChanged(); });
    if (differs('theme')) addIns.each((frame) => { frame.themeChanged(); });
    if (differs('connection')) addIns.each((frame) => { frame.connectionChanged(); });
    addIns.refresh();
    panel.refresh();
    panelButton.setAttribute('aria-expanded', String(situation.panel === 'open'));
    openPane.hidden = situation.pane === 'open';
  };

  const list = itemList((id) => { change({ item: id }); });
  const reading = element('main', { class: 'reading', tabindex: 0, 'aria-label': 'Reading pane' });
  const listTitle = element('h1', { class: 'list-title' });
  const account = element('span', { class: 'account' });
  const panelButton = button('Situation', () => { change({ panel: situation.panel === 'open' ? 'closed' : 'open' }); },
    { class: 'top-button', 'aria-expanded': 'false', 'aria-controls': 'situation' });
  panelButton.prepend(icon('sliders'));
  const openPane = button('Contact Pane', () => { change({ pane: 'open' }); }, { class: 'top-button' });
  openPane.prepend(icon('contact'));

  const addSender = button('Add sender to contacts', () => {
    addSender.disabled = true;
    runRibbonCommand('addSender', 'msgRead.addSender', surroundings, () => { addSender.disabled = false; });
  }, { class: 'top-button' });
  addSender.prepend(icon('contact'));

  const surroundings: PaneSurroundings = {
    situation: () => situation,
    item: selected,
    methods,
    roamingSettings: () => roamingSettings(situation.user),
    consented: new Set<string>(),
    auth: { token: accessToken, consent: askConsent },
    log,
    focusLeft: (wish) => {
      if (wish === 'next') panelButton.focus();
      else if (wish === 'previous') addIns.focusBar();
      else list.focus();
    },
  };
  const addIns = dock(surroundings, { change });
  const panel = situationPanel(() => situation, change, log);

  const railButtons = (['mail', 'calendar', 'drafts'] as const).map((name) => {
    const made = button(name === 'mail' ? 'Mail' : moduleNames[name], () => {
      module = name;
      showList();
    }, { class: 'rail-button', 'data-module': name });
    made.prepend(icon(name));
    return made;
  });

  const showList = () => {
    listTitle.textContent = moduleNames[module];
    for (const one of railButtons) one.setAttribute('aria-current', String(one.dataset['module'] === module));
    list.show(mailbox.all().filter((item) => moduleOf(item) === module), situation.item, situation.locale);
  };

  const showItem = () => {
    const item = selected();
    // The manifest puts it on messages one reads, and nowhere else.
    addSender.hidden = item?.type !== 'mail';
    if (item === null) {
      compose = null;
      reading.replaceChildren(element('div', { class: 'nothing' }, icon('mail'), element('p', {}, 'Select an item to read')));
    } else if (item.type === 'draft' || (item.type === 'event' && item.role === 'organizer')) {
      if (compose?.id !== item.id) {
        compose = { id: item.id, view: composeView(item, mailbox, situation.locale) };
        reading.replaceChildren(compose.view.element);
      }
      compose.view.refresh();
    } else {
      compose = null;
      reading.replaceChildren(readingPane(item, situation.locale, mailbox.categories(item.id), mailbox.notifications(item.id)));
    }
  };

  const showSelection = () => {
    const item = selected();
    if (item !== null && moduleOf(item) !== module) {
      module = moduleOf(item);
      showList();
    }
    list.mark(situation.item);
    reading.scrollTop = 0;
    showItem();
  };

  const useMailbox = () => {
    mailbox = openMailbox(situation.user);
    compose = null;
    const opened = mailbox;
    mailbox.onChange((id, field) => {
      if (opened !== mailbox) return;
      if (id === situation.item) {
        showItem();
        if (field !== null) addIns.each((frame) => { frame.recipientsChanged(field); });
      }
      if (module === 'drafts') showList();
    });
    const { displayName } = users[situation.user];
    account.replaceChildren(element('span', { class: 'account-name' }, displayName), avatar(displayName));
    showList();
  };

  const dress = () => {
    document.documentElement.dir = textDirection(situation);
    document.documentElement.dataset['theme'] = situation.theme;
    document.documentElement.style.colorScheme = colorScheme(situation.theme);
    showItem();
  };

  const tellEmulator = (): Promise<void> => {
    remember('faultsLeft', String(hasFaults(situation)));
    return setFaults(situation).then(
      () => { log.add('host', `emulator: fault ${situation.fault}, ${situation.connection}`); },
      (trouble: unknown) => { log.add('host', `emulator did not take the faults: ${String(trouble)}`); },
    );
  };

  document.body.append(
    element('header', { class: 'top' },
      element('span', { class: 'brand' }, 'Outlook'), element('span', { class: 'brand-note' }, 'sandbox, nothing leaves this machine'),
      element('span', { class: 'spring' }), addSender, openPane, panelButton, account),
    element('div', { class: 'desk' },
      element('nav', { class: 'rail', 'aria-label': 'Modules' }, ...railButtons),
      element('section', { class: 'list', 'aria-label': 'List' },
        element('div', { class: 'list-head' }, listTitle, button('Clear selection', () => { change({ item: 'none' }); }, { class: 'quiet' })),
        list.element),
      element('div', { class: 'middle' }, reading, ...panel.elements), addIns.element));

  // Outlook's own key for going from part to part.
  window.addEventListener('keydown', (event) => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    addIns.focus();
  });

  const start = selected();
  if (start !== null) module = moduleOf(start);
  useMailbox();
  dress();
  list.mark(situation.item);
  openPane.hidden = situation.pane === 'open';
  panelButton.setAttribute('aria-expanded', String(situation.panel === 'open'));
  panel.refresh();
  if (situation.signin !== 'normal') forgetTokens();
  // A link that names a fault sets it before the pane can ask for anything. One that names none takes away what this
  // page left behind, and nothing else: somebody else may have set the emulator up.
  const ready = hasFaults(situation) || recall('faultsLeft') === 'true' ? tellEmulator() : Promise.resolve();
  void ready.then(() => { addIns.restart(); });
}

outlookPage();

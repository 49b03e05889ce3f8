/**
 * One task pane: its frame and the conversation of the host with the office.js inside it. A frame lives as long as
 * its conversation; starting the pane anew is a new frame.
 */
import type { Item } from '../../seed/items.ts';
import { organisationFields } from '../../seed/organisationFields.ts';
import { appContext } from './appContext.ts';
import { answerMessage, eventMessage, focusMessage, isRecord, readMessage, type PaneMessage } from './envelope.ts';
import { dispatchIdOf, executeMethod, itemChanged, methodName, type MethodContext } from './executeMethod.ts';
import { initialData } from './initialData.ts';
import type { RecipientField } from './mailbox.ts';
import type { MessageLog } from './messageLog.ts';
import { answerAuthRequest, readAuthRequest, type AuthDoings } from './nestedAppAuth.ts';
import { colorScheme, officeThemeEvent } from './officeTheme.ts';
import { hasNestedAppAuth, type Situation } from './situation.ts';
import { frameName, type StartInfo } from './startInfo.ts';

/** Any id will do; the pane gets it back as `ControlId`. */
const addInId = 'f2f6a1c0-1111-4222-8333-444455556666';

/** What the web host allows its frames, by Microsoft's pages on add-in security. */
const sandboxRights = 'allow-scripts allow-forms allow-same-origin allow-popups';

export type FocusWish = 'next' | 'previous' | 'escape';

export type PaneSurroundings = {
  readonly situation: () => Situation;
  readonly item: () => Item | null;
  readonly methods: () => MethodContext;
  readonly roamingSettings: () => Readonly<Record<string, string>>;
  readonly consented: Set<string>;
  readonly auth: AuthDoings;
  readonly log: MessageLog;
  readonly focusLeft: (wish: FocusWish) => void;
};

/** Which page of the add-in, and what its host wants to hear of it. */
export type PageOfAddIn = {
  readonly page: 'taskpane.html' | 'commands.html';
  readonly registered?: (event: string) => void;
  /** The function behind a button of the ribbon said that it is done. */
  readonly commandCompleted?: () => void;
};

export type PaneFrame = ReturnType<typeof openPaneFrame>;

export function openPaneFrame(title: string, around: PaneSurroundings, what: PageOfAddIn = { page: 'taskpane.html' }) {
  const origin = window.location.origin;
  const paneAddress = addressOf(what.page, around.situation());
  const paneOrigin = new URL(paneAddress).origin;
  const start: StartInfo = {
    conversationId: `conv_${crypto.randomUUID().slice(0, 8)}`,
    addInId,
    hostOrigin: origin,
    locale: around.situation().locale,
    correlationId: crypto.randomUUID(),
    sandbox: {
      storage: around.situation().storage,
      nestedAppAuth: hasNestedAppAuth(around.situation()),
      connection: around.situation().connection,
    },
  };
  const sealed = { conversationId: start.conversationId, origin };
  const registrations = new Map<string, number>();
  let itemsShown = 0;

  const frame = document.createElement('iframe');
  frame.className = 'pane-frame';
  frame.title = title;
  frame.setAttribute('sandbox', sandboxRights);
  frame.setAttribute('allow', `clipboard-write ${paneOrigin}${around.situation().camera === 'on' ? `; camera ${paneOrigin}` : ''}`);
  frame.style.colorScheme = colorScheme(around.situation().theme);
  // The name has to stand before the page loads: office.js and the scripts before it read it at once.
  frame.name = frameName(start);
  frame.src = paneAddress;

  const post = (text: string) => frame.contentWindow?.postMessage(text, paneOrigin);

  const fire = (action: string, data: unknown) => {
    const correlationId = registrations.get(action);
    if (correlationId === undefined) return;
    around.log.add('host', `event ${action}`, data);
    post(eventMessage(action, correlationId, data, sealed));
  };

  let lastBlob: ReturnType<typeof initialData> = null;
  const blob = () => {
    lastBlob = initialData(around.item(), around.situation(), around.methods().mailbox.user, origin);
    return lastBlob;
  };

  const answer = async (message: PaneMessage, data: unknown, label: string) => {
    const shown = itemsShown;
    const { delay } = around.situation();
    if (delay > 0) await new Promise((resolve) => { setTimeout(resolve, delay); });
    // office.js sends no item number with a call, so it is the host that notices a call overtaken by a switch.
    const overtaken = message.action === 'ExecuteMethod' && shown !== itemsShown;
    const said = overtaken ? itemChanged : data;
    around.log.add('host', `answer to ${label}`, said);
    post(answerMessage(message, said, { origin }));
  };

  const hear = (message: PaneMessage) => {
    const label = describe(message);
    around.log.add('pane', label, message.data);
    if (message.type !== 'invoke') {
      if (message.type === 'register') registrations.set(message.action, message.correlationId);
      else registrations.delete(message.action);
      void answer(message, { Error: 0 }, label).then(() => {
        if (message.type === 'register') what.registered?.(message.action);
        if (message.type === 'register' && message.action === 'officeThemeChanged') fire(message.action, officeThemeEvent(around.situation().theme));
      });
      return;
    }
    switch (message.action) {
      case 'ContextActivationManager_getAppContextAsync':
        registrations.clear();
        void answer(message, appContext(around.situation(), { ...start, isDialog: false }, around.roamingSettings(),
          { width: window.innerWidth, height: window.innerHeight }), label);
        return;
      case 'ContextActivationManager_notifyHost': {
        void answer(message, { Error: 0 }, label);
        const wish = focusWish(Array.isArray(message.data) ? message.data[1] : undefined);
        if (wish !== null) around.focusLeft(wish);
        return;
      }
      case 'GetInitialData':
        // The one answer that may be null: no item, and not even the mailbox.
        void answer(message, blob(), label);
        return;
      case 'ExecuteMethod':
        if (around.situation().oddity === 'silentHost') {
          around.log.add('host', `stays silent on ${label}`);
          return;
        }
        void answer(message, executeMethod(message.data, around.methods()), label);
        return;
      case 'executeMethod':
        void answer(message, officeLevelAnswer(message.data), label).then(() => {
          if (officeLevelId(message.data) === commandCompleted) what.commandCompleted?.();
        });
        return;
      default:
        // 5001 is the library's "internal error"; an answer is owed even to what nobody here knows.
        around.log.add('host', `does not know ${message.action}`);
        void answer(message, { Error: 5001, error: true, errorCode: 5001 }, label);
    }
  };

  const onMessage = (event: MessageEvent) => {
    if (event.source !== frame.contentWindow || event.source === null || event.origin !== paneOrigin) return;
    const asked = readAuthRequest(event.data);
    if (asked !== null) {
      around.log.add('pane', `sign-in: ${asked.method}`, { scopes: asked.scopes, claims: asked.claims });
      void answerAuthRequest(asked, around.situation(), around.consented, around.auth).then((given) => {
        around.log.add('host', given === null ? `stays silent on ${asked.method}` : `sign-in answer to ${asked.method}`, given ?? undefined);
        if (given !== null) post(JSON.stringify(given));
      });
      return;
    }
    const message = readMessage(event.data);
    if ('unreadable' in message) {
      around.log.add('pane', `unreadable message: ${message.unreadable}`, event.data);
      return;
    }
    if (message.conversationId !== start.conversationId) {
      around.log.add('pane', `message of another conversation: ${message.action}`);
      return;
    }
    hear(message);
  };
  window.addEventListener('message', onMessage);

  return {
    element: frame,
    /** `data` as office.js hands it to whoever registered for the event. */
    fire,
    itemChanged(): void {
      itemsShown += 1;
      const { delay, oddity } = around.situation();
      // Seen in hosts: the event comes and brings the item one already had.
      if (oddity === 'sameItem') {
        fire('olkItemSelectedChanged', lastBlob);
        return;
      }
      // Seen in hosts: no item at the event, and the item a moment later.
      if (oddity === 'lateItem') fire('olkItemSelectedChanged', null);
      const turn = itemsShown;
      const wait = delay + (oddity === 'lateItem' ? 400 : 0);
      if (wait === 0) fire('olkItemSelectedChanged', blob());
      else setTimeout(() => { if (turn === itemsShown) fire('olkItemSelectedChanged', blob()); }, wait);
    },
    recipientsChanged(field: RecipientField): void {
      const name = { to: 'to', cc: 'cc', bcc: 'bcc', required: 'requiredAttendees', optional: 'optionalAttendees' }[field];
      fire('olkRecipientsChanged', [JSON.stringify({ [name]: true })]);
    },
    themeChanged(): void {
      frame.style.colorScheme = colorScheme(around.situation().theme);
      fire('officeThemeChanged', officeThemeEvent(around.situation().theme));
    },
    connectionChanged(): void {
      post(JSON.stringify({ sandboxConnection: around.situation().connection }));
    },
    focus(where: 'first' | 'last'): void {
      frame.focus();
      post(focusMessage(where, sealed));
    },
    close(): void {
      window.removeEventListener('message', onMessage);
      frame.remove();
    },
  };
}

/** Beside this page, or on an origin of its own where the sandbox has one. */
function addressOf(page: PageOfAddIn['page'], situation: Situation): string {
  const elsewhere = document.querySelector('meta[name="pane-origin"]')?.getAttribute('content') ?? '';
  const query = situation.org === 'fields' ? `?schemaExtension=${organisationFields.id}` : '';
  return `${situation.origin === 'other' && elsewhere !== '' ? `${elsewhere}/${page}` : new URL(`/pane/${page}`, window.location.href).href}${page === 'taskpane.html' ? query : ''}`;
}

const commandCompleted = 94;
const officeLevelId = (data: unknown): unknown => (isRecord(data) && isRecord(data['DdaMethod']) ? data['DdaMethod']['DispatchId'] : undefined);

/** Calls of Office itself, not of the item. The rest is not offered by this host. */
function officeLevelAnswer(data: unknown): Record<string, unknown> {
  const about = officeLevelId(data);
  if (about === commandCompleted) return { Error: 0, Version: 1 };
  // 13012: "the API is not supported in this platform", for the old single sign-on.
  return { Error: about === 98 ? 13012 : 5001, Version: 1 };
}

function focusWish(action: unknown): FocusWish | null {
  switch (action) {
    case 13: case 17: case 6: return 'next';
    case 14: case 18: case 5: return 'previous';
    case 15: return 'escape';
    default: return null;
  }
}

function describe(message: PaneMessage): string {
  if (message.type !== 'invoke') return `${message.type} ${message.action}`;
  if (message.action === 'ExecuteMethod') return methodName(dispatchIdOf(message.data));
  return message.action.replace('ContextActivationManager_', '');
}

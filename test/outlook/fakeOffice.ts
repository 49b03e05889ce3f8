/** As much of Office as one test needs. What is left out is missing, as in hosts that lack it. */
type Handler = (event: unknown) => void;
type Shape = Record<string, unknown>;

export const person = (displayName: string, emailAddress: string, more: Shape = {}) => ({ displayName, emailAddress, ...more });

/** A field of a draft: answered later, as Office does. Without a value it fails with the code. */
export const asked = (value: unknown, { code = 0, ms = 0 } = {}) => ({
  getAsync: (done: (answer: unknown) => void) => {
    setTimeout(() => done(code === 0 ? { status: 'succeeded', value } : { status: 'failed', error: { code, name: 'x', message: 'anna@x.example' } }), ms);
  },
});

export const mail = (more: Shape = {}) => ({ itemType: 'message', subject: 'Hello', from: person('Anna', 'anna@x.example'), to: [], cc: [], ...more });

export const draft = (to: unknown = asked([]), more: Shape = {}) => {
  const emitter = handlers();
  return { itemType: 'message', subject: asked('Draft'), to, cc: asked([]), bcc: asked([]), ...emitter.members, fire: emitter.fire, handlerCount: emitter.count, ...more };
};

export function handlers() {
  const byType = new Map<string, Set<Handler>>();
  return {
    members: {
      addHandlerAsync: (type: string, handler: Handler, done?: (answer: unknown) => void) => {
        byType.set(type, (byType.get(type) ?? new Set()).add(handler));
        done?.({ status: 'succeeded' });
      },
      removeHandlerAsync: (type: string, options: { handler: Handler }, done?: (answer: unknown) => void) => {
        byType.get(type)?.delete(options.handler);
        done?.({ status: 'succeeded' });
      },
    },
    fire: (type: string, event: unknown = {}) => byType.get(type)?.forEach((handler) => handler(event)),
    count: () => [...byType.values()].reduce((sum, set) => sum + set.size, 0),
  };
}

export type FakeOffice = {
  readonly context: { readonly mailbox: Shape & { item?: unknown } } & Shape;
  readonly fire: (type: string, event?: unknown) => void;
  readonly readyAgain: () => void;
  readonly handlerCount: () => number;
};

/** Puts an Office into the global place; `item` may be changed through `context.mailbox.item`. */
export function installOffice({ item, context = {}, mailbox = {}, ready = { host: 'Outlook', platform: 'OfficeOnline' } }: {
  item?: unknown; context?: Shape; mailbox?: Shape; ready?: unknown;
} = {}): FakeOffice {
  const emitter = handlers();
  const onReady: ((info: unknown) => void)[] = [];
  const whole = { ...context, mailbox: { item, ...emitter.members, ...mailbox } as Shape & { item?: unknown } };
  const office = {
    context: whole,
    EventType: { ItemChanged: 'olkItemSelectedChanged', RecipientsChanged: 'olkRecipientsChanged', OfficeThemeChanged: 'officeThemeChanged' },
    onReady: (listener?: (info: unknown) => void) => {
      if (listener) {
        onReady.push(listener);
        void Promise.resolve().then(() => listener(ready));
      }
      return Promise.resolve(ready);
    },
  };
  Object.assign(globalThis, { Office: office });
  return { context: whole, fire: emitter.fire, readyAgain: () => onReady.forEach((listener) => listener(ready)), handlerCount: emitter.count };
}

export const uninstallOffice = () => { delete (globalThis as { Office?: unknown }).Office; };

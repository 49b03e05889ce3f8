import { executeMethod, methodName, type Form, type MethodContext } from '../../../src/sandbox/fakeOutlook/page/executeMethod.ts';
import { openMailbox } from '../../../src/sandbox/fakeOutlook/page/mailbox.ts';
import { ewsId } from '../../../src/sandbox/seed/exchangeIds.ts';

function host(itemId: string | null, part: Partial<MethodContext> = {}) {
  const mailbox = openMailbox('adele');
  const forms: Form[] = [];
  let settings: Readonly<Record<string, string>> = {};
  const context = (): MethodContext => ({
    item: itemId === null ? null : mailbox.find(itemId), mailbox, canCompose: true, closePane: () => {},
    showForm: (form) => { forms.push(form); }, saveRoamingSettings: (given) => { settings = given; }, ...part,
  });
  const call = (DispatchId: unknown, ApiParams: unknown = {}) => executeMethod({ ApiParams, MethodData: { ControlId: 'x', DispatchId } }, context());
  return { call, mailbox, forms, settings: () => settings };
}

describe('calls of a pane', () => {
  it('answers "not supported" to numbers nobody knows, and to what is no call', () => {
    expect(host('known').call(9999)).toEqual({ wasSuccessful: false });
    expect(host('known').call('37')).toEqual({ wasSuccessful: false });
    for (const rubbish of [null, undefined, 7, 'x', [], { MethodData: null }, { MethodData: { DispatchId: 37 }, ApiParams: 'x' }]) {
      expect(typeof executeMethod(rubbish, { ...context0() })).toBe('object');
    }
    expect(methodName(undefined)).toBe('no dispatch number');
  });

  it('gives the body as text or as HTML without letting text become markup', () => {
    expect(host('stranger').call(37, { coercionType: 0 })).toMatchObject({ error: false, data: expect.stringContaining('Lena Hofmann') });
    const { call, mailbox } = host('draft-three');
    mailbox.change(mailbox.find('draft-three')!, { body: 'a <b> & "c"' });
    expect(call(37, { coercionType: 3 })).toMatchObject({ data: expect.stringContaining('a &lt;b&gt; &amp; &quot;c&quot;') });
  });

  it('reads and adds recipients of a message by field', () => {
    const { call } = host('draft-three');
    expect(call(15, { recipientField: 0 })).toMatchObject({ data: [{ name: 'Megan Bowen' }, { name: 'Lena Hofmann' }] });
    call(22, { recipientField: 2, recipientArray: [{ address: 'q@q.example', name: '' }] });
    expect(call(15, { recipientField: 2 })).toEqual({ error: false, data: [{ name: 'q@q.example', address: 'q@q.example' }] });
    expect(call(15, { recipientField: 7 })).toMatchObject({ error: true });
  });

  it('tells who listens that people changed, and where', () => {
    const { call, mailbox } = host('event-organizer');
    const heard: unknown[] = [];
    mailbox.onChange((id, field) => heard.push([id, field]));
    call(21, { recipientField: 1, recipientArray: [] });
    expect(heard).toEqual([['event-organizer', 'optional']]);
  });

  it('knows no id of a draft before it is saved', () => {
    const { call } = host('draft-empty');
    expect(call(164)).toEqual({ error: true, errorCode: 9046 });
    const data = ewsId('adele@contoso.example', 'draft-empty');
    expect(call(32)).toEqual({ error: false, data });
    expect(call(164)).toEqual({ error: false, data });
  });

  it('opens forms with what it was given, not on a host that cannot write', () => {
    const parameters = { toRecipients: ['a@b.example'], subject: 'Hello' };
    const able = host('known');
    expect(able.call(44, parameters)).toEqual({ error: false });
    expect(able.forms).toEqual([{ kind: 'message', parameters }]);
    const phone = host('known', { canCompose: false });
    expect(phone.call(44, parameters)).toEqual({ wasSuccessful: false });
    expect(phone.forms).toEqual([]);
  });

  it('keeps roaming settings whole, up to 32 KB', () => {
    const { call, settings } = host(null);
    expect(call(404, [{ view: '"list"' }])).toEqual({ error: false });
    expect(settings()).toEqual({ view: '"list"' });
    expect(call(404, [{ view: 'x'.repeat(40_000) }])).toEqual({ error: true, errorCode: 9019 });
    expect(settings()).toEqual({ view: '"list"' });
  });

  it('has no item to speak of when nothing is selected', () => {
    expect(host(null).call(37)).toEqual({ error: true, errorCode: 9049 });
  });
});

function context0(): MethodContext {
  return {
    item: null, mailbox: openMailbox('adele'), canCompose: true, showForm: () => {}, closePane: () => {}, saveRoamingSettings: () => {},
  };
}

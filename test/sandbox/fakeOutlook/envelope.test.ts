import { answerMessage, eventMessage, readMessage } from '../../../src/sandbox/fakeOutlook/page/envelope.ts';

const call = { _messageType: 0, _actionName: 'ExecuteMethod', _actionType: 0, _correlationId: 4, _conversationId: 'conv_1', _data: { a: 1 } };

describe('messages of office.js', () => {
  it('are read', () => {
    expect(readMessage(JSON.stringify(call))).toEqual({ action: 'ExecuteMethod', type: 'invoke', correlationId: 4, conversationId: 'conv_1', data: { a: 1 } });
    expect(readMessage(JSON.stringify({ ...call, _actionType: 1 }))).toMatchObject({ type: 'register' });
  });

  it.each([
    [7], [null], [{ ...call }], ['{'], ['[]'], ['null'], ['{}'], [JSON.stringify({ ...call, _messageType: 1 })],
    [JSON.stringify({ ...call, _actionName: 5 })], [JSON.stringify({ ...call, _actionType: 9 })], [JSON.stringify({ ...call, _conversationId: undefined })],
  ])('are refused with a reason when they are something else: %j', (rubbish) => {
    expect(readMessage(rubbish)).toEqual({ unreadable: expect.any(String) });
  });

  it('are answered under the number of the call', () => {
    const read = readMessage(JSON.stringify(call));
    if ('unreadable' in read) throw new Error(read.unreadable);
    expect(JSON.parse(answerMessage(read, { error: false }, { origin: 'https://h' }))).toMatchObject({
      _messageType: 1, _responseType: 0, _correlationId: 4, _errorCode: 0, _data: { error: false }, _conversationId: 'conv_1', _origin: 'https://h',
    });
  });

  it('carry events under the number of the registration', () => {
    expect(JSON.parse(eventMessage('olkItemSelectedChanged', 9, null, { conversationId: 'conv_1', origin: 'https://h' })))
      .toMatchObject({ _messageType: 1, _responseType: 1, _correlationId: 9, _data: null });
  });
});

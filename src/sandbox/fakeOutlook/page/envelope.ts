/**
 * The envelope office.js puts around everything it says to its host: JSON text through `postMessage`, both ways.
 * Observed with office.js 16.0.15407 (npm 1.1.110).
 */
export type PaneMessage = {
  readonly action: string;
  /** What office.js calls `_actionType`. */
  readonly type: 'invoke' | 'register' | 'unregister';
  readonly correlationId: number;
  readonly conversationId: string;
  readonly data: unknown;
};

const types = ['invoke', 'register', 'unregister'] as const;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The message of a pane, or what keeps it from being one. */
export function readMessage(raw: unknown): PaneMessage | { readonly unreadable: string } {
  if (typeof raw !== 'string') return { unreadable: 'not a string' };
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return { unreadable: 'not JSON' };
  }
  if (!isRecord(value)) return { unreadable: 'not an object' };
  if (value['_messageType'] !== 0) return { unreadable: 'not a request (_messageType is not 0)' };
  const action = value['_actionName'];
  const conversationId = value['_conversationId'];
  const type = types[Number(value['_actionType'] ?? 0)];
  if (typeof action !== 'string' || typeof conversationId !== 'string' || type === undefined) {
    return { unreadable: 'no action name, conversation id or action type' };
  }
  return { action, type, conversationId, correlationId: Number(value['_correlationId'] ?? 0), data: value['_data'] };
}

type Sealed = { readonly conversationId: string; readonly origin: string };

/**
 * An answer to a call. `data` has to be an object: an answer with null never calls the add-in back, not even
 * after the library's own 65 seconds (observed). The one exception is no item at all, see `initialData`.
 */
export function answerMessage(to: PaneMessage, data: unknown, { origin }: { origin: string }, errorCode = 0): string {
  return JSON.stringify({
    _messageType: 1, _actionName: to.action, _conversationId: to.conversationId, _correlationId: to.correlationId,
    _responseType: 0, _errorCode: errorCode, _data: data, _origin: origin, _serializerVersion: 1,
  });
}

/** An event; it travels under the correlation id of its registration. */
export function eventMessage(action: string, correlationId: number, data: unknown, sealed: Sealed): string {
  return JSON.stringify({
    _messageType: 1, _actionName: action, _conversationId: sealed.conversationId, _correlationId: correlationId,
    _responseType: 1, _errorCode: 0, _data: data, _origin: sealed.origin, _serializerVersion: 1,
  });
}

/** 11 puts the focus on the first element of the pane, 12 on the last (observed). */
export function focusMessage(where: 'first' | 'last', sealed: Sealed): string {
  return JSON.stringify({
    _messageType: 0, _actionName: 'Office_notifyAgave', _conversationId: `${sealed.conversationId}_ntf`, _correlationId: 0,
    _actionType: 0, _data: [where === 'first' ? 11 : 12], _origin: sealed.origin, _serializerVersion: 1,
  });
}

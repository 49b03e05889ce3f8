import type { ExchangeIdFormat } from '@microsoft/microsoft-graph-types';
import type { GraphAnswer, MailboxCall } from '../call.ts';
import { isRefusal, refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { isObject } from '../shapes/readValues.ts';
import { makeId, parseId } from '../state/ids.ts';

const formats: readonly ExchangeIdFormat[] = ['entryId', 'ewsId', 'immutableEntryId', 'restId', 'restImmutableEntryId'];
const most = 1000;

/** The EWS form of an id is the same bytes in the alphabet of plain base64: `/` and `+` break an address. */
const toEws = (id: string): string => id.replaceAll('-', '/').replaceAll('_', '+');
const fromEws = (id: string): string => id.replaceAll('/', '-').replaceAll('+', '_');

function translate(call: MailboxCall, id: string, source: ExchangeIdFormat, target: ExchangeIdFormat): Record<string, unknown> {
  const parsed = parseId(source === 'ewsId' ? fromEws(id) : id);
  const record = parsed.ok && parsed.kind !== 'folder' && parsed.mailbox === call.mailbox.number ? call.mailbox.contacts.get(parsed.serial) : undefined;
  if (record === undefined) {
    return { sourceId: id, targetId: null, errorDetails: { code: 'ErrorInvalidIdMalformed', message: 'Id is malformed.' } };
  }
  const made = makeId(target === 'restImmutableEntryId' ? 'immutable' : 'ordinary', call.mailbox.number, record.serial, record.moves);
  return { sourceId: id, targetId: target === 'ewsId' ? toEws(made) : made };
}

/** `POST /me/translateExchangeIds` ("user: translateExchangeIds"): up to 1000 ids from one form into another. */
export function translateExchangeIds(call: MailboxCall): GraphAnswer | Refusal {
  const { body } = call;
  if (!isObject(body)) return refusals.body();
  // Parameters of an action are named with a capital or without.
  const ids = body.inputIds ?? body.InputIds;
  const read = (value: unknown): ExchangeIdFormat | Refusal =>
    formats.find((f) => typeof value === 'string' && f.toLowerCase() === value.toLowerCase()) ?? refusals.body('an exchangeIdFormat');
  const source = read(body.sourceIdType ?? body.SourceIdType);
  if (isRefusal(source)) return source;
  const target = read(body.targetIdType ?? body.TargetIdType);
  if (isRefusal(target)) return target;
  if (!Array.isArray(ids) || ids.some((id) => typeof id !== 'string')) return refusals.body("property 'inputIds'");
  if (ids.length > most) return refusals.tooManyValues('InputIds', ids.length, most);
  const mapi = [source, target].find((f) => f === 'entryId' || f === 'immutableEntryId');
  if (mapi !== undefined) return refusals.notEmulated(`MAPI ids (${mapi})`);
  const value = (ids as string[]).map((id) => translate(call, id, source, target));
  return { status: 200, body: { '@odata.context': `${call.root}/$metadata#Collection(microsoft.graph.convertIdResult)`, value } };
}

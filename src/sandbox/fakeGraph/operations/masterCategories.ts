import { randomUUID } from 'node:crypto';
import type { CategoryColor } from '@microsoft/microsoft-graph-types';
import type { GraphAnswer, MailboxCall } from '../call.ts';
import { collectionPage } from '../query/collectionPage.ts';
import { isRefusal, refusals, refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { isObject, readText } from '../shapes/readValues.ts';
import type { OutlookCategory } from '../state/mailbox.ts';

const context = (call: MailboxCall, rest = ''): string =>
  `${call.root}/$metadata#users('${encodeURIComponent(call.subject.id)}')/outlook/masterCategories${rest}`;

const render = (category: OutlookCategory): Record<string, unknown> =>
  ({ id: category.id, displayName: category.displayName, color: category.color });

/** `none`, `preset0` … `preset24`, in small letters. */
function isColor(value: unknown): value is CategoryColor {
  const number = typeof value === 'string' ? /^preset(\d{1,2})$/.exec(value)?.[1] : undefined;
  return value === 'none' || (number !== undefined && Number(number) <= 24 && String(Number(number)) === number);
}

const find = (call: MailboxCall): OutlookCategory | Refusal =>
  call.mailbox.categories.find((c) => c.id === call.keys[0]?.toLowerCase()) ?? refusals.itemNotFound();

/** `GET /me/outlook/masterCategories` ("List Outlook categories"). A `$filter` is ignored: everything comes. */
export function listMasterCategories(call: MailboxCall): GraphAnswer | Refusal {
  const page = collectionPage(call.mailbox.categories, call.query, call.address, { ...call.state.settings, pageSize: 1000 });
  if (isRefusal(page)) return page;
  return { status: 200, body: { '@odata.context': context(call), ...page.annotations, value: page.items.map(render) } };
}

export const countMasterCategories = (call: MailboxCall): GraphAnswer =>
  ({ status: 200, headers: { 'Content-Type': 'text/plain' }, body: String(call.mailbox.categories.length) });

export function getMasterCategory(call: MailboxCall): GraphAnswer | Refusal {
  const category = find(call);
  return isRefusal(category) ? category : { status: 200, body: { '@odata.context': context(call, '/$entity'), ...render(category) } };
}

/** `POST …` ("Create Outlook category"): the name must be new. */
export function createMasterCategory(call: MailboxCall): GraphAnswer | Refusal {
  if (!isObject(call.body)) return refusals.body();
  const name = readText('displayName', call.body.displayName ?? null, call.state.settings.longestText);
  if (isRefusal(name)) return name;
  if (name === null || name === '') return refusals.propertyValidation('displayName');
  const color = call.body.color ?? 'none';
  if (!isColor(color)) return refusals.body("property 'color'");
  if (call.mailbox.categories.some((c) => c.displayName.toLowerCase() === name.toLowerCase())) {
    return refuse(409, 'CategoryNameDuplicate', 'A category with the specified name already exists.');
  }
  const category: OutlookCategory = { id: randomUUID(), displayName: name, color };
  call.mailbox.categories = [...call.mailbox.categories, category];
  return { status: 201, body: { '@odata.context': context(call, '/$entity'), ...render(category) } };
}

/** `PATCH …/{id}` ("Update outlookCategory"): the colour only; a name cannot be changed afterwards. */
export function updateMasterCategory(call: MailboxCall): GraphAnswer | Refusal {
  const category = find(call);
  if (isRefusal(category)) return category;
  if (!isObject(call.body)) return refusals.body();
  if (call.body.displayName !== undefined && call.body.displayName !== category.displayName) return refusals.propertyValidation('displayName');
  if (call.body.color !== undefined) {
    if (!isColor(call.body.color)) return refusals.body("property 'color'");
    category.color = call.body.color;
  }
  return { status: 200, body: { '@odata.context': context(call, '/$entity'), ...render(category) } };
}

/** `DELETE …/{id}` ("Delete outlookCategory"). The items keep the name as a plain string. */
export function deleteMasterCategory(call: MailboxCall): GraphAnswer | Refusal {
  const category = find(call);
  if (isRefusal(category)) return category;
  call.mailbox.categories = call.mailbox.categories.filter((c) => c !== category);
  return { status: 204 };
}

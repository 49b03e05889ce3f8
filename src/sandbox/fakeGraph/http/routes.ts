import type { MailboxCall, Operation } from '../call.ts';
import {
  contactFoldersDelta, countContactFolders, createContactFolder, deleteContactFolder, getContactFolder, listContactFolders,
  permanentDeleteContactFolder, updateContactFolder,
} from '../operations/contactFolder.ts';
import { createContact, deleteContact, getContact, permanentDeleteContact, updateContact } from '../operations/contact.ts';
import { contactsDelta } from '../operations/contactsDelta.ts';
import { countContacts, listContacts } from '../operations/listContacts.ts';
import {
  deleteContactPhoto, getContactPhoto, getContactPhotoValue, sizedContactPhoto, updateContactPhoto,
} from '../operations/contactPhoto.ts';
import { createExtension, deleteExtension, getExtension, listExtensions, updateExtension } from '../operations/extensions.ts';
import {
  countMasterCategories, createMasterCategory, deleteMasterCategory, getMasterCategory, listMasterCategories, updateMasterCategory,
} from '../operations/masterCategories.ts';
import { listGroups, listTransitiveMembers } from '../operations/groups.ts';
import { getEvent, getMessage } from '../operations/mailItem.ts';
import { getPerson, listPeople } from '../operations/people.ts';
import {
  createSchemaExtension, deleteSchemaExtension, getSchemaExtension, listSchemaExtensions, updateSchemaExtension,
} from '../operations/schemaExtensionDefinitions.ts';
import {
  createSubscription, deleteSubscription, getSubscription, listSubscriptions, reauthorizeSubscription, updateSubscription,
} from '../operations/subscriptions.ts';
import { translateExchangeIds } from '../operations/translateExchangeIds.ts';
import { getUser } from '../operations/user.ts';
import { getUserPhoto, getUserPhotoValue, listUserPhotos } from '../operations/userPhoto.ts';
import { getByIds, getManager, listUsers } from '../operations/users.ts';
import type { AccessName } from './permissions.ts';

/** An operation and what it takes to call it. */
export type Route =
  | { readonly access: AccessName; readonly on: 'mailbox'; readonly run: Operation<MailboxCall> }
  | { readonly access: AccessName; readonly on: 'subject'; readonly run: Operation };

const mailbox = (access: AccessName, run: Operation<MailboxCall>): Route => ({ access, on: 'mailbox', run });
const subject = (access: AccessName, run: Operation): Route => ({ access, on: 'subject', run });

/** Paths below `/me` and `/users/{id}`, by method and shape (see GraphPath). */
export const mailboxRoutes: Readonly<Record<string, Route>> = {
  'GET user': subject('readUser', getUser),

  'GET {contacts}': mailbox('readContacts', listContacts),
  'POST {contacts}': mailbox('writeContacts', createContact),
  'GET {contacts}/$count': mailbox('readContacts', countContacts),
  'GET {contacts}/delta': mailbox('readContacts', contactsDelta),
  'GET {contacts}/{}': mailbox('readContacts', getContact),
  'PATCH {contacts}/{}': mailbox('writeContacts', updateContact),
  'DELETE {contacts}/{}': mailbox('writeContacts', deleteContact),
  'POST {contacts}/{}/permanentDelete': mailbox('writeContacts', permanentDeleteContact),

  'GET {contacts}/{}/photo': mailbox('readContactPhoto', getContactPhoto),
  'DELETE {contacts}/{}/photo': mailbox('writeContactPhoto', deleteContactPhoto),
  'GET {contacts}/{}/photo/$value': mailbox('readContactPhoto', getContactPhotoValue),
  'PUT {contacts}/{}/photo/$value': mailbox('writeContactPhoto', updateContactPhoto),
  'PATCH {contacts}/{}/photo/$value': mailbox('writeContactPhoto', updateContactPhoto),
  'DELETE {contacts}/{}/photo/$value': mailbox('writeContactPhoto', deleteContactPhoto),
  'GET {contacts}/{}/photos': mailbox('readContactPhoto', sizedContactPhoto),
  'GET {contacts}/{}/photos/{}': mailbox('readContactPhoto', sizedContactPhoto),
  'GET {contacts}/{}/photos/{}/$value': mailbox('readContactPhoto', sizedContactPhoto),

  'GET {contacts}/{}/extensions': mailbox('readContacts', listExtensions),
  'POST {contacts}/{}/extensions': mailbox('writeContacts', createExtension),
  'GET {contacts}/{}/extensions/{}': mailbox('readContacts', getExtension),
  'PATCH {contacts}/{}/extensions/{}': mailbox('writeContacts', updateExtension),
  'DELETE {contacts}/{}/extensions/{}': mailbox('writeContacts', deleteExtension),

  'GET contactFolders': mailbox('readContacts', listContactFolders),
  'POST contactFolders': mailbox('writeContacts', createContactFolder),
  'GET contactFolders/$count': mailbox('readContacts', countContactFolders),
  'GET contactFolders/delta': mailbox('readContacts', contactFoldersDelta),
  'GET {folder}': mailbox('readContacts', getContactFolder),
  'PATCH {folder}': mailbox('writeContacts', updateContactFolder),
  'DELETE {folder}': mailbox('writeContacts', deleteContactFolder),
  'POST {folder}/permanentDelete': mailbox('writeContacts', permanentDeleteContactFolder),
  'GET {folder}/childFolders': mailbox('readContacts', listContactFolders),
  'POST {folder}/childFolders': mailbox('writeContacts', createContactFolder),
  'GET {folder}/childFolders/$count': mailbox('readContacts', countContactFolders),
  'GET {folder}/childFolders/delta': mailbox('readContacts', contactFoldersDelta),

  'GET outlook/masterCategories': mailbox('readMailboxSettings', listMasterCategories),
  'POST outlook/masterCategories': mailbox('writeMailboxSettings', createMasterCategory),
  'GET outlook/masterCategories/$count': mailbox('readMailboxSettings', countMasterCategories),
  'GET outlook/masterCategories/{}': mailbox('readMailboxSettings', getMasterCategory),
  'PATCH outlook/masterCategories/{}': mailbox('writeMailboxSettings', updateMasterCategory),
  'DELETE outlook/masterCategories/{}': mailbox('writeMailboxSettings', deleteMasterCategory),

  'GET messages/{}': mailbox('readMail', getMessage),
  'GET events/{}': mailbox('readCalendar', getEvent),

  'GET people': subject('readPeople', listPeople),
  'GET people/{}': subject('readPeople', getPerson),
  'GET photo': subject('readUserPhoto', getUserPhoto),
  'GET photo/$value': subject('readUserPhoto', getUserPhotoValue),
  'GET photos': subject('readUserPhoto', listUserPhotos),
  'GET photos/{}': subject('readUserPhoto', getUserPhoto),
  'GET photos/{}/$value': subject('readUserPhoto', getUserPhotoValue),
  'GET manager': subject('readManager', getManager),
  'POST translateExchangeIds': mailbox('translateIds', translateExchangeIds),
};

/** Paths that belong to the tenant. */
export const tenantRoutes: Readonly<Record<string, Route>> = {
  'GET users': subject('listUsers', listUsers),
  'GET groups': subject('readGroups', listGroups),
  'GET groups/{}/transitiveMembers': subject('readGroups', listTransitiveMembers),
  'POST users/getByIds': subject('readDirectory', getByIds),
  'POST directoryObjects/getByIds': subject('readDirectory', getByIds),

  'GET subscriptions': subject('subscribe', listSubscriptions),
  'POST subscriptions': subject('subscribe', createSubscription),
  'GET subscriptions/{}': subject('subscribe', getSubscription),
  'PATCH subscriptions/{}': subject('subscribe', updateSubscription),
  'DELETE subscriptions/{}': subject('subscribe', deleteSubscription),
  'POST subscriptions/{}/reauthorize': subject('subscribe', reauthorizeSubscription),

  'GET schemaExtensions': subject('readSchemaExtensions', listSchemaExtensions),
  'POST schemaExtensions': subject('writeSchemaExtensions', createSchemaExtension),
  'GET schemaExtensions/{}': subject('readSchemaExtensions', getSchemaExtension),
  'PATCH schemaExtensions/{}': subject('writeSchemaExtensions', updateSchemaExtension),
  'DELETE schemaExtensions/{}': subject('writeSchemaExtensions', deleteSchemaExtension),
};

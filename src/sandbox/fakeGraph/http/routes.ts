import type { GraphCall, MailboxCall, Operation } from '../call.ts';
import {
  contactFoldersDelta, countContactFolders, createContactFolder, deleteContactFolder, getContactFolder, listContactFolders,
  permanentDeleteContactFolder, updateContactFolder,
} from '../operations/contactFolder.ts';
import { createContact, deleteContact, getContact, permanentDeleteContact, updateContact } from '../operations/contact.ts';
import { contactsDelta } from '../operations/contactsDelta.ts';
import { countContacts, listContacts } from '../operations/listContacts.ts';
import { getUser } from '../operations/user.ts';
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
};

/** Paths that belong to the tenant. */
export const tenantRoutes: Readonly<Record<string, Route>> = {};

export type { GraphCall };

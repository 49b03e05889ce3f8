import { FlagRegular, FolderRegular, FormNewRegular, HistoryRegular, MailRegular, PeopleListRegular, TagRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { View } from './paneState.ts';
import type { Texts } from './text/en.ts';

/** A page one can go to at any time. */
export type Page = {
  readonly id: PageId;
  readonly label: (texts: Texts) => string;
  readonly icon: ReactElement;
  /** In sight at the top of the pane, where there is room for two, or behind "More". */
  readonly place: 'bar' | 'menu';
};

/** Views that need to know nothing but that they are wanted; `people` is whatever the open item asks for. */
export type PageId = { [V in View as V['kind']]: keyof V extends 'kind' ? V['kind'] : never }[View['kind']];

/** All pages, in the order they are offered: a new one is a line here, a `View` and its case in `App.tsx`. */
export const pages: readonly Page[] = [
  { id: 'people', label: (texts) => texts.pages.people, icon: <MailRegular />, place: 'bar' },
  { id: 'browse', label: (texts) => texts.browse.title, icon: <PeopleListRegular />, place: 'bar' },
  { id: 'followUp', label: (texts) => texts.followUp.title, icon: <FlagRegular />, place: 'menu' },
  { id: 'categories', label: (texts) => texts.categories.title, icon: <TagRegular />, place: 'menu' },
  { id: 'folders', label: (texts) => texts.folders.title, icon: <FolderRegular />, place: 'menu' },
  { id: 'fields', label: (texts) => texts.customFields.title, icon: <FormNewRegular />, place: 'menu' },
  { id: 'history', label: (texts) => texts.history.title, icon: <HistoryRegular />, place: 'menu' },
];

/** The page a view belongs to, for the mark in the bar. */
export function pageOf(view: View): PageId {
  switch (view.kind) {
    case 'person':
    case 'pick':
      return 'people';
    case 'contact':
    case 'edit':
    case 'goOver':
    case 'report':
      return pageOf(view.back);
    case 'conflict':
      return 'history';
    default:
      return view.kind;
  }
}

import { Fragment } from 'react';

/** A mail or web address that, where it is too long for a line, is broken before an at sign, a dot or a slash rather than within a word. */
export function AddressText({ value }: { readonly value: string }) {
  return <span>{addressParts(value).map((part, n) => <Fragment key={n}>{n > 0 && <wbr />}{part}</Fragment>)}</span>;
}

/** `value`, cut where it may be broken. */
export const addressParts = (value: string): readonly string[] => value.split(/(?<=[^@./])(?=[@./])/);

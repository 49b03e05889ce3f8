import { Avatar } from '@fluentui/react-components';
import { initialsOf } from './initialsOf.ts';

/** A person's picture; their initials where there is none. Says nothing to a screen reader: the name stands beside it. */
export function Face({ name, size }: { readonly name: string; readonly size: 28 | 32 | 48 | 56 }) {
  const initials = initialsOf(name);
  return <Avatar aria-hidden="true" name={name} color="colorful" size={size} {...(initials === '' ? {} : { initials })} />;
}

import { Avatar, makeStyles } from '@fluentui/react-components';
import { useRef } from 'react';
import type { ContactId } from '#domain/contact';
import { initialsOf } from './initialsOf.ts';
import { usePicture } from './usePicture.ts';

const useStyles = makeStyles({ place: { display: 'inline-flex', flexShrink: 0 } });

type Props = {
  readonly name: string;
  readonly size: 28 | 32 | 48 | 56 | 96;
  /** Whose picture; without it there are initials, or what the directory has. */
  readonly contactId?: ContactId | null;
  /** Somebody looks at this one alone: what changed elsewhere is asked for, and the directory, if `address` is given. */
  readonly closely?: boolean;
  readonly address?: string | null;
};

/** A person's picture; their initials where there is none. Says nothing to a screen reader: the name stands beside it. */
export function Face({ name, size, contactId = null, closely = false, address = null }: Props) {
  const place = useRef<HTMLSpanElement>(null);
  const url = usePicture(contactId, address, closely, place);
  const initials = initialsOf(name);
  return (
    <span ref={place} className={useStyles().place} aria-hidden="true">
      <Avatar name={name} color="colorful" size={size} {...(initials === '' ? {} : { initials })} {...(url === null ? {} : { image: { src: url, alt: '' } })} />
    </span>
  );
}

import { Button, makeStyles } from '@fluentui/react-components';
import { FolderArrowRightRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { Contact } from '#domain/contact';
import type { BulkControlProps } from '../bulkActions.tsx';
import { useTexts } from '../text/TextContext.ts';
import { namedLook } from './namedLook.ts';
import { MoveContacts } from './MoveContacts.tsx';

const useStyles = makeStyles({ panel: { flexBasis: '100%', minWidth: 0, order: 1 } });

/** Moves the chosen contacts to a folder, which is asked for below the button. */
export function BulkMove({ disabled, bare = false, contacts, onDone }: BulkControlProps) {
  const texts = useTexts();
  const styles = useStyles();
  const [asked, setAsked] = useState<readonly Contact[] | null>(null);
  const button = useRef<HTMLSpanElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  // It opens at the lower edge of the pane, and its buttons stand at its end.
  useEffect(() => { if (asked !== null) panel.current?.scrollIntoView({ block: 'nearest' }); }, [asked]);

  return (
    <>
      <span ref={button}>
        <Button size="small" {...namedLook(texts.moving.button, bare)} icon={<FolderArrowRightRegular />} disabledFocusable={disabled} aria-expanded={asked !== null}
          onClick={() => (asked === null ? void contacts().then(setAsked) : setAsked(null))}>{bare ? null : texts.moving.button}</Button>
      </span>
      {asked !== null && asked.length > 0 && (
        <div className={styles.panel} ref={panel}>
          <MoveContacts contacts={asked} onDone={(moved) => {
            setAsked(null);
            if (moved) onDone();
            else button.current?.querySelector('button')?.focus();
          }} />
        </div>
      )}
    </>
  );
}

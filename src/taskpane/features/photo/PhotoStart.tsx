import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { CameraRegular, DeleteRegular, FolderOpenRegular, PersonRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { Contact } from '#domain/contact';
import { Face } from '../../parts/Face.tsx';
import { useTexts } from '../../text/TextContext.ts';
import { hasCamera } from './camera.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px', justifyItems: 'stretch' },
  now: { display: 'grid', justifyItems: 'center', gap: '4px', paddingBlockEnd: '4px' },
  quiet: { color: tokens.colorNeutralForeground2, textAlign: 'center' },
  file: { display: 'none' },
});

type Props = {
  readonly contact: Contact;
  readonly name: string;
  readonly hasPicture: boolean;
  readonly hasColleague: boolean;
  readonly onFile: (file: Blob) => void;
  readonly onCamera: () => void;
  readonly onDirectory: () => void;
  readonly onRemove: () => void;
};

/** The picture there is, and the ways to another one. */
export function PhotoStart({ contact, name, hasPicture, hasColleague, onFile, onCamera, onDirectory, onRemove }: Props) {
  const texts = useTexts();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [camera, setCamera] = useState(false);
  useEffect(() => {
    let late = false;
    void hasCamera().then((there) => { if (!late) setCamera(there); });
    return () => { late = true; };
  }, []);

  return (
    <div className={styles.box}>
      <div className={styles.now}>
        <Face name={name} size={96} contactId={contact.id} />
        <Text size={200} className={styles.quiet}>{hasPicture ? texts.photo.now : texts.photo.none}</Text>
      </div>
      <input ref={input} className={styles.file} type="file" accept="image/*" tabIndex={-1} aria-hidden="true" onChange={({ target }) => {
        const file = target.files?.[0];
        // The same file may be chosen again.
        target.value = '';
        if (file) onFile(file);
      }} />
      <Button appearance="primary" icon={<FolderOpenRegular />} autoFocus onClick={() => input.current?.click()}>{texts.photo.choose}</Button>
      {camera && <Button icon={<CameraRegular />} onClick={onCamera}>{texts.photo.camera}</Button>}
      {hasColleague && <Button icon={<PersonRegular />} onClick={onDirectory}>{texts.photo.directory}</Button>}
      {hasPicture && <Button icon={<DeleteRegular />} onClick={onRemove}>{texts.photo.remove}</Button>}
      <Text size={200} className={styles.quiet}>{texts.photo.hint}</Text>
    </div>
  );
}

import {
  Button, Dialog, DialogContent, DialogSurface, DialogTitle, MessageBar, MessageBarBody, Spinner, Text, makeStyles, mergeClasses, tokens,
} from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Contact } from '#domain/contact';
import { bytesOf } from '../../parts/base64.ts';
import { Permission } from '../../parts/Permission.tsx';
import { usePictures } from '../../parts/usePicture.ts';
import { useServices } from '../../ServicesContext.ts';
import { problemText } from '../../text/problemText.ts';
import { useTexts } from '../../text/TextContext.ts';
import { useCell } from '../../useCell.ts';
import { startCrop } from './crop.ts';
import type { Crop } from './crop.ts';
import { PhotoCamera } from './PhotoCamera.tsx';
import { PhotoCrop } from './PhotoCrop.tsx';
import type { DataTransferFile } from './PhotoFace.tsx';
import { PhotoStart } from './PhotoStart.tsx';
import { readPicture } from './readPicture.ts';
import type { Wrong } from './readPicture.ts';
import { toJpeg } from './toJpeg.ts';

const useStyles = makeStyles({
  surface: { maxWidth: 'min(420px, calc(100vw - 16px))', padding: '16px', maxHeight: 'calc(100vh - 16px)', boxSizing: 'border-box' },
  over: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: '-4px' },
  // One column: Fluent's own actions stack over the whole width here.
  body: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px' },
  title: { overflowWrap: 'anywhere' },
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px', alignContent: 'start', padding: '4px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', justifyContent: 'flex-end', padding: '4px' },
});

type Stage =
  | { readonly is: 'start' } | { readonly is: 'reading' } | { readonly is: 'camera' } | { readonly is: 'lookingUp' } | { readonly is: 'removing' }
  | { readonly is: 'permission'; readonly scopes: readonly string[] }
  | { readonly is: 'crop'; readonly picture: ImageBitmap; readonly crop: Crop };

type Props = {
  readonly contact: Contact;
  readonly name: string;
  /** Under which the directory may know them. */
  readonly addresses: readonly string[];
  /** Set when it was opened by dropping something. */
  readonly dropped: DataTransferFile | null;
  readonly onClose: () => void;
};

/** Gives a contact another picture: from a file, the clipboard, the camera or the directory. */
export function PhotoDialog({ contact, name, addresses, dropped, onClose }: Props) {
  const services = useServices();
  const pictures = usePictures();
  const texts = useTexts();
  const styles = useStyles();
  const [stage, setStage] = useState<Stage>({ is: 'start' });
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [over, setOver] = useState(false);
  const [hasPicture, setHasPicture] = useState(false);
  const [saving, setSaving] = useState(false);
  const version = useCell(services.extras.changed);
  /** Counts what was chosen, so that a slow picture does not push a later one aside. */
  const turn = useRef(0);
  const open = useRef<ImageBitmap | null>(null);

  useEffect(() => {
    let late = false;
    void services.extras.read([contact.id]).then((all) => { if (!late) setHasPicture((all.get(contact.id)?.photo ?? null) !== null); });
    return () => { late = true; };
  }, [services, contact.id, version]);

  const go = useCallback((next: Stage, problem: Wrong | null = null) => {
    const picture = next.is === 'crop' ? next.picture : null;
    // Decoded pictures are large; nobody else lets go of them.
    if (open.current !== picture) open.current?.close();
    open.current = picture;
    turn.current += 1;
    setStage(next);
    setWrong(() => problem);
  }, []);
  const show = useCallback((picture: ImageBitmap) => go({ is: 'crop', picture, crop: startCrop(picture.width, picture.height) }), [go]);
  const take = useCallback(async (file: Blob | null) => {
    if (file === null) return setWrong(() => ({ photo }: typeof texts) => photo.wrong.noFile);
    go({ is: 'reading' });
    const mine = turn.current;
    const read = await readPicture(file);
    if (mine !== turn.current) {
      if (read.ok) read.picture.close();
    } else if (read.ok) show(read.picture);
    else go({ is: 'start' }, read.wrong);
  }, [go, show]);
  const close = useCallback(() => {
    go({ is: 'start' });
    onClose();
  }, [go, onClose]);

  const begun = useRef(false);
  useEffect(() => {
    if (dropped === null || begun.current) return;
    begun.current = true;
    void take(dropped.file);
  }, [dropped, take]);

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 && (event.clipboardData?.types.length ?? 0) === 0) return;
      event.preventDefault();
      void take(files.find(({ type }) => type.startsWith('image/')) ?? files[0] ?? null);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [take]);

  async function fromDirectory(): Promise<void> {
    go({ is: 'lookingUp' });
    const mine = turn.current;
    for (const address of addresses) {
      const found = await services.directoryPhoto(address);
      if (mine !== turn.current) return;
      if (!found.ok) {
        const { problem } = found;
        if (problem.kind === 'signInNeeded' || problem.kind === 'signInCancelled') return go({ is: 'permission', scopes: problem.scopes });
        return go({ is: 'start' }, (all) => problemText(all, problem));
      }
      pictures.directoryAllowed();
      const bytes = found.value === null ? null : bytesOf(found.value);
      if (bytes !== null) return take(new Blob([bytes]));
    }
    go({ is: 'start' }, ({ photo }) => photo.noneInDirectory(name));
  }

  async function save(picture: ImageBitmap, crop: Crop): Promise<void> {
    setSaving(true);
    const jpeg = await toJpeg(picture, crop);
    setSaving(false);
    if (jpeg === null) return setWrong(() => ({ photo }: typeof texts) => photo.wrong.notMade);
    await services.setPhoto(contact, jpeg);
    close();
  }

  const content = () => {
    switch (stage.is) {
      case 'start': return (
        <PhotoStart contact={contact} name={name} hasPicture={hasPicture} hasColleague={services.hasDirectory && addresses.length > 0} onFile={(file) => void take(file)}
          onCamera={() => go({ is: 'camera' })} onDirectory={() => void fromDirectory()} onRemove={() => go({ is: 'removing' })} />
      );
      case 'reading': return <Spinner size="small" label={texts.photo.reading} />;
      case 'lookingUp': return <Spinner size="small" label={texts.photo.lookingUp} />;
      case 'camera': return <PhotoCamera onPicture={show} onRefused={() => go({ is: 'start' }, ({ photo }) => photo.cameraRefused)} onBack={() => go({ is: 'start' })} />;
      case 'permission': return <Permission scopes={stage.scopes} title={texts.photo.permission} onGiven={() => void fromDirectory()} />;
      case 'removing': return <Text>{texts.photo.removeHint}</Text>;
      case 'crop': return (
        <PhotoCrop picture={stage.picture} crop={stage.crop}
          onCrop={(change) => setStage((before) => (before.is === 'crop' ? { ...before, crop: change(before.crop) } : before))} />
      );
    }
  };

  return (
    <Dialog open onOpenChange={(_, { open: stays }) => { if (!stays) close(); }}>
      <DialogSurface className={mergeClasses(styles.surface, over && styles.over)} aria-describedby={undefined}
        onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer.files[0] ?? null);
        }}>
        <div className={styles.body}>
          <DialogTitle className={styles.title}>{stage.is === 'removing' ? texts.photo.removeTitle : texts.photo.title(name)}</DialogTitle>
          <DialogContent className={styles.content}>
            {wrong && <MessageBar intent="error" layout="multiline" role="alert"><MessageBarBody>{wrong(texts)}</MessageBarBody></MessageBar>}
            {content()}
          </DialogContent>
          <div className={styles.actions}>
            {stage.is === 'crop' && (
              <>
                <Button appearance="primary" disabledFocusable={saving} onClick={() => { if (!saving) void save(stage.picture, stage.crop); }}>{texts.photo.save}</Button>
                <Button onClick={() => go({ is: 'start' })}>{texts.photo.another}</Button>
              </>
            )}
            {stage.is === 'removing' && (
              <>
                <Button appearance="primary" autoFocus onClick={() => go({ is: 'start' })}>{texts.photo.replace}</Button>
                <Button onClick={() => void services.setPhoto(contact, null).then(close)}>{texts.photo.removeTry}</Button>
              </>
            )}
            <Button onClick={close}>{stage.is === 'start' ? texts.photo.close : texts.photo.cancel}</Button>
          </div>
        </div>
      </DialogSurface>
    </Dialog>
  );
}

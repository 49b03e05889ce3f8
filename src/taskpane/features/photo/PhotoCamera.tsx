import { Button, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { CameraRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../text/TextContext.ts';
import { closeCamera, openCamera } from './camera.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '12px', justifyItems: 'center' },
  view: { width: '100%', maxHeight: '50vh', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground4, transform: 'scaleX(-1)' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type Props = { readonly onPicture: (picture: ImageBitmap) => void; readonly onRefused: () => void; readonly onBack: () => void };

/** What the camera sees, as in a mirror, until the picture is taken. The camera is off as soon as this is gone. */
export function PhotoCamera({ onPicture, onRefused, onBack }: Props) {
  const texts = useTexts();
  const styles = useStyles();
  const video = useRef<HTMLVideoElement>(null);
  const [ready, setReady] = useState(false);
  const refused = useRef(onRefused);
  useEffect(() => { refused.current = onRefused; });

  useEffect(() => {
    let stream: MediaStream | null = null;
    let gone = false;
    void openCamera().then((opened) => {
      if (gone && opened) closeCamera(opened);
      if (gone) return;
      if (opened === null) return refused.current();
      stream = opened;
      if (video.current) video.current.srcObject = opened;
    });
    return () => {
      gone = true;
      if (stream) closeCamera(stream);
    };
  }, []);

  return (
    <div className={styles.box}>
      {!ready && <Spinner size="tiny" label={texts.photo.cameraStarting} />}
      <video ref={video} className={styles.view} aria-label={texts.photo.cameraView} autoPlay muted playsInline onLoadedData={() => setReady(true)} />
      <div className={styles.actions}>
        <Button appearance="primary" icon={<CameraRegular />} disabledFocusable={!ready} autoFocus onClick={() => {
          if (ready && video.current) void createImageBitmap(video.current).then(onPicture, onRefused);
        }}>{texts.photo.shoot}</Button>
        <Button onClick={onBack}>{texts.photo.back}</Button>
      </div>
    </div>
  );
}

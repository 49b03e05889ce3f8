import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowDownRegular, ArrowLeftRegular, ArrowRightRegular, ArrowRotateClockwiseRegular, ArrowRotateCounterclockwiseRegular, ArrowUpRegular, ZoomInRegular, ZoomOutRegular,
} from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, PointerEvent, ReactElement } from 'react';
import { useTexts } from '../../text/TextContext.ts';
import { drawCrop, moved, turned, zoomed } from './crop.ts';
import type { Crop } from './crop.ts';
import { unseen } from '../../parts/unseen.ts';

const shownSide = 224;
const previews = [56, 32] as const;
const step = 0.05;
const zoomStep = 1.15;

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px', justifyItems: 'center', minWidth: 0 },
  stage: {
    position: 'relative', width: `${shownSide}px`, height: `${shownSide}px`, overflow: 'hidden', cursor: 'move', touchAction: 'none', userSelect: 'none',
    borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke1}`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    // Outlook shows the circle; the corners are kept all the same.
    '::after': {
      content: '""', position: 'absolute', inset: 0, borderRadius: '50%', boxShadow: '0 0 0 120px rgba(0, 0, 0, 0.45)', pointerEvents: 'none',
    },
  },
  canvas: { width: '100%', height: '100%', display: 'block' },
  // The picture does not turn round with the language: left is left, in the icons too.
  tools: { display: 'grid', gridTemplateColumns: 'repeat(4, 32px)', gap: '4px', '& svg': { transform: 'none' } },
  side: { display: 'flex', gap: '16px', alignItems: 'center', flexWrap: 'wrap', justifyContent: 'center' },
  previews: { display: 'flex', gap: '8px', alignItems: 'center' },
  round: { borderRadius: '50%', display: 'block' },
  hint: { color: tokens.colorNeutralForeground2, textAlign: 'center' },
  unseen,
});

type Props = { readonly picture: ImageBitmap; readonly crop: Crop; readonly onCrop: (change: (crop: Crop) => Crop) => void };

/** Chooses the square that is kept: by dragging, two fingers, the wheel, keys, or a button for each of these. */
export function PhotoCrop({ picture, crop, onCrop }: Props) {
  const texts = useTexts();
  const styles = useStyles();
  const stage = useRef<HTMLDivElement>(null);
  const canvases = useRef(new Map<number, HTMLCanvasElement>());
  const pointers = useRef(new Map<number, { readonly x: number; readonly y: number }>());

  useEffect(() => {
    for (const [side, canvas] of canvases.current) {
      const pixels = Math.round(side * Math.max(1, window.devicePixelRatio));
      canvas.width = canvas.height = pixels;
      const context = canvas.getContext('2d', { alpha: false });
      if (context) drawCrop(context, pixels, picture, crop);
    }
  }, [picture, crop]);

  // The keys work at once.
  useEffect(() => { stage.current?.focus({ preventScroll: true }); }, []);

  const latest = useRef(onCrop);
  useEffect(() => { latest.current = onCrop; });
  // React listens to the wheel passively and could not keep the page from scrolling.
  useEffect(() => {
    const place = stage.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      latest.current((before) => zoomed(before, Math.exp(-event.deltaY / 500)));
    };
    place?.addEventListener('wheel', onWheel, { passive: false });
    return () => place?.removeEventListener('wheel', onWheel);
  }, []);

  const onMove = (event: PointerEvent) => {
    const before = pointers.current.get(event.pointerId);
    if (before === undefined) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    pointers.current.set(event.pointerId, now);
    if (other === undefined) onCrop((crop) => moved(crop, (before.x - now.x) / shownSide, (before.y - now.y) / shownSide));
    else onCrop((crop) => zoomed(crop, distance(now, other) / Math.max(1, distance(before, other))));
  };
  const onUp = (event: PointerEvent) => void pointers.current.delete(event.pointerId);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const far = event.shiftKey ? step / 5 : step;
    const change: ((crop: Crop) => Crop) | undefined = {
      ArrowLeft: (one: Crop) => moved(one, -far, 0), ArrowRight: (one: Crop) => moved(one, far, 0),
      ArrowUp: (one: Crop) => moved(one, 0, -far), ArrowDown: (one: Crop) => moved(one, 0, far),
      '+': (one: Crop) => zoomed(one, zoomStep), '=': (one: Crop) => zoomed(one, zoomStep), '-': (one: Crop) => zoomed(one, 1 / zoomStep),
      r: (one: Crop) => turned(one, 1), R: (one: Crop) => turned(one, -1),
    }[event.key];
    if (change === undefined) return;
    event.preventDefault();
    onCrop(change);
  };

  const tool = (label: string, icon: ReactElement, change: (crop: Crop) => Crop) =>
    <Button key={label} size="small" appearance="subtle" icon={icon} aria-label={label} title={label} onClick={() => onCrop(change)} />;
  const canvas = (side: number, className: string) => (
    <canvas key={side} className={className} style={side === shownSide ? undefined : { width: side, height: side }} aria-hidden="true"
      ref={(element) => { if (element) canvases.current.set(side, element); else canvases.current.delete(side); }} />
  );

  return (
    <div className={styles.box}>
      <div ref={stage} className={styles.stage} role="application" tabIndex={0} aria-label={texts.photo.crop} aria-describedby="photo-crop-hint"
        onKeyDown={onKeyDown} onPointerMove={onMove} onPointerUp={onUp} onPointerCancel={onUp} onLostPointerCapture={onUp}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
        }}>
        {canvas(shownSide, styles.canvas)}
      </div>
      <Text id="photo-crop-hint" size={200} className={styles.hint}>{texts.photo.cropHint}</Text>
      <span role="status" className={styles.unseen}>{texts.photo.state(Math.round(crop.zoom * 100), crop.turn * 90)}</span>
      <div className={styles.side}>
        <div className={styles.tools} dir="ltr">
          {tool(texts.photo.zoomOut, <ZoomOutRegular />, (one) => zoomed(one, 1 / zoomStep))}
          {tool(texts.photo.zoomIn, <ZoomInRegular />, (one) => zoomed(one, zoomStep))}
          {tool(texts.photo.turnLeft, <ArrowRotateCounterclockwiseRegular />, (one) => turned(one, -1))}
          {tool(texts.photo.turnRight, <ArrowRotateClockwiseRegular />, (one) => turned(one, 1))}
          {tool(texts.photo.moveLeft, <ArrowLeftRegular />, (one) => moved(one, -step, 0))}
          {tool(texts.photo.moveUp, <ArrowUpRegular />, (one) => moved(one, 0, -step))}
          {tool(texts.photo.moveDown, <ArrowDownRegular />, (one) => moved(one, 0, step))}
          {tool(texts.photo.moveRight, <ArrowRightRegular />, (one) => moved(one, step, 0))}
        </div>
        <div className={styles.previews} role="img" aria-label={texts.photo.preview} title={texts.photo.preview}>
          {previews.map((side) => canvas(side, styles.round))}
        </div>
      </div>
    </div>
  );
}

const distance = (a: { readonly x: number; readonly y: number }, b: { readonly x: number; readonly y: number }): number => Math.hypot(a.x - b.x, a.y - b.y);

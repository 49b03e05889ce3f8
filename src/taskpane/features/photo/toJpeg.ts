import { base64Of } from '../../parts/base64.ts';
import { drawCrop, sideOf } from './crop.ts';
import type { Crop } from './crop.ts';

/** Sides Outlook itself offers. (Graph reference, "Get profilePhoto") */
const sides = [648, 504, 432, 360, 240, 120] as const;
const qualities = [0.92, 0.85, 0.75, 0.6] as const;
const leastSide = 96;
/** What Outlook keeps is small; more would only make every list of faces slow. */
const mostBytes = 100_000;

/** What is kept of a picture as a square JPEG in base64, under 100 KB; null when the browser makes none. */
export async function toJpeg(picture: CanvasImageSource, crop: Crop): Promise<string | null> {
  const first = Math.min(sides[0], Math.max(leastSide, Math.floor(sideOf(crop))));
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) return null;
  for (const side of [first, ...sides.filter((one) => one < first)]) {
    canvas.width = canvas.height = side;
    drawCrop(context, side, picture, crop);
    for (const quality of qualities) {
      const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/jpeg', quality); });
      if (blob === null || blob.type !== 'image/jpeg') return null;
      if (blob.size < mostBytes) return base64Of(blob);
    }
  }
  return null;
}

/**
 * Which square of a picture is kept. `x` and `y` are its middle, in pixels of the picture as it is turned; `turn` counts
 * quarters clockwise. Every function gives a square that lies within the picture.
 */
export type Crop = {
  readonly width: number;
  readonly height: number;
  readonly turn: 0 | 1 | 2 | 3;
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
};

const mostZoom = 8;
/** What is kept has at least so many pixels a side, as far as the picture has. */
const leastSide = 48;

export const sideOf = ({ width, height, zoom }: Crop): number => Math.min(width, height) / zoom;

/** Everything there is room for; of a high picture rather the upper part, where faces are. */
export const startCrop = (width: number, height: number): Crop => within({ width, height, turn: 0, zoom: 1, x: width / 2, y: height * 0.4 });

/** `right` and `down` in sides of the square: the square moves, the picture stays. */
export const moved = (crop: Crop, right: number, down: number): Crop =>
  within({ ...crop, x: crop.x + right * sideOf(crop), y: crop.y + down * sideOf(crop) });

export function zoomed(crop: Crop, factor: number): Crop {
  const most = Math.max(1, Math.min(mostZoom, Math.min(crop.width, crop.height) / leastSide));
  return within({ ...crop, zoom: Math.min(most, Math.max(1, crop.zoom * factor)) });
}

/** A quarter to the right (1) or to the left (-1); what was in the middle stays there. */
export function turned(crop: Crop, quarters: 1 | -1): Crop {
  const [across, down] = sizeOf(crop);
  const [x, y] = quarters === 1 ? [down - crop.y, crop.x] : [crop.y, across - crop.x];
  return within({ ...crop, turn: ((crop.turn + quarters + 4) % 4) as Crop['turn'], x, y });
}

/** Width and height as turned. */
const sizeOf = ({ width, height, turn }: Crop): readonly [number, number] => (turn % 2 === 0 ? [width, height] : [height, width]);

function within(crop: Crop): Crop {
  const [across, down] = sizeOf(crop);
  const half = sideOf(crop) / 2;
  const keep = (value: number, most: number): number => Math.min(Math.max(value, half), most - half);
  return { ...crop, x: keep(crop.x, across), y: keep(crop.y, down) };
}

/** Draws what is kept into a square of `size` pixels. What shines through is white, as in the JPEG it becomes. */
export function drawCrop(canvas: CanvasRenderingContext2D, size: number, picture: CanvasImageSource, crop: Crop): void {
  const [across, down] = sizeOf(crop);
  const scale = size / sideOf(crop);
  canvas.setTransform(1, 0, 0, 1, 0, 0);
  canvas.fillStyle = '#ffffff';
  canvas.fillRect(0, 0, size, size);
  canvas.imageSmoothingQuality = 'high';
  canvas.translate(size / 2, size / 2);
  canvas.scale(scale, scale);
  canvas.translate(across / 2 - crop.x, down / 2 - crop.y);
  canvas.rotate(crop.turn * Math.PI / 2);
  canvas.drawImage(picture, -crop.width / 2, -crop.height / 2);
}

import { moved, sideOf, startCrop, turned, zoomed } from '../../src/taskpane/features/photo/crop.ts';
import type { Crop } from '../../src/taskpane/features/photo/crop.ts';

const box = (crop: Crop) => [crop.x - sideOf(crop) / 2, crop.y - sideOf(crop) / 2, sideOf(crop)].map(Math.round);

describe('the square that is kept', () => {
  it('is as large as there is room for, and of a high picture rather the upper part', () => {
    expect(box(startCrop(400, 200))).toEqual([100, 0, 200]);
    expect(box(startCrop(200, 400))).toEqual([0, 60, 200]);
  });

  it('never leaves the picture, and never grows beyond it', () => {
    expect(box(moved(startCrop(400, 200), 9, 9))).toEqual([200, 0, 200]);
    expect(box(moved(startCrop(400, 200), -9, -9))).toEqual([0, 0, 200]);
    expect(box(zoomed(moved(zoomed(startCrop(400, 200), 2), 9, 9), 0.01))).toEqual([200, 0, 200]);
    expect(sideOf(zoomed(startCrop(400, 200), 100))).toBeGreaterThanOrEqual(48);
  });

  it('shows the same after four turns, and after one there and back', () => {
    const start = moved(zoomed(startCrop(400, 200), 2), 0.5, -0.2);
    expect(turned(turned(start, 1), -1)).toEqual(start);
    expect([1, 1, 1, 1].reduce((crop) => turned(crop, 1), start)).toEqual(start);
    // The right end is at the bottom after a quarter to the right.
    expect(box(turned(moved(startCrop(400, 200), 9, 0), 1))).toEqual([0, 200, 200]);
    expect(box(turned(moved(startCrop(400, 200), 9, 0), -1))).toEqual([0, 0, 200]);
  });
});

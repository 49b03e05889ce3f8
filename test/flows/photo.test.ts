import { crc32, deflateSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { chromiumArgs, lightChromiumPath } from './support/chromium.ts';
import { closeBrowser, graph, openOutlook, outlookIn } from './support/outlook.ts';
import type { Outlook } from './support/outlook.ts';
import { graphUrl } from './support/sandboxAddress.ts';

beforeEach(() => graph.reset());
afterEach(() => graph.faults([]));
afterAll(closeBrowser);
let withCamera: Browser | null = null;
afterAll(async () => withCamera?.close());

type Color = readonly [number, number, number, number];
const red: Color = [220, 20, 20, 255];
const blue: Color = [20, 20, 220, 255];
const clear: Color = [0, 0, 0, 0];

const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
};
const pngHead = (width: number, height: number): Buffer => {
  const body = Buffer.alloc(13);
  body.writeUInt32BE(width, 0);
  body.writeUInt32BE(height, 4);
  body.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', body)]);
};
/** A picture of upright stripes side by side. */
function png(width: number, height: number, stripes: readonly Color[]): Buffer {
  const row = Buffer.alloc(1 + width * 4);
  for (let x = 0; x < width; x += 1) row.set(stripes[Math.floor(x * stripes.length / width)] ?? clear, 1 + x * 4);
  return Buffer.concat([pngHead(width, height), chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)), { level: 1 })), chunk('IEND', Buffer.alloc(0))]);
}

const jpegSize = (bytes: Buffer): string => {
  let at = 2;
  while (at + 9 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2) return `${bytes.readUInt16BE(at + 7)}x${bytes.readUInt16BE(at + 5)}`;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return 'none';
};

const idOf = async (name: string) => String((await graph.contacts()).find((one) => one.displayName === name)?.id);
const path = (id: string) => `/v1.0/me/contacts/${encodeURIComponent(id)}/photo/$value`;
async function photoOf(name: string): Promise<Buffer | null> {
  const answer = await graph.asUser(await graph.token(), 'GET', path(await idOf(name)));
  return answer.ok ? Buffer.from(await answer.arrayBuffer()) : null;
}
async function putPhoto(name: string, bytes: Buffer): Promise<void> {
  await graph.asUser(await graph.token(), 'PUT', path(await idOf(name)), bytes, 'image/jpeg');
}
const settings = (what: object) => fetch(`${graphUrl}/sandbox/settings`, { method: 'POST', body: JSON.stringify(what), headers: { 'Content-Type': 'application/json' } });

/** A JPEG as a browser makes it; with `orientation`, as a camera held on its side writes it. */
async function jpeg(outlook: Outlook, width: number, height: number, colors: readonly string[], orientation = 1, noise = false): Promise<Buffer> {
  const base64 = await outlook.page.evaluate(([w, h, stripes, loud]) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [w, h];
    const context = canvas.getContext('2d')!;
    stripes.forEach((color, n) => {
      context.fillStyle = color;
      context.fillRect(n * w / stripes.length, 0, w / stripes.length + 1, h);
    });
    if (loud) {
      const all = context.getImageData(0, 0, w, h);
      for (let at = 0; at < all.data.length; at += 4) for (let part = 0; part < 3; part += 1) all.data[at + part] = Math.random() * 255;
      context.putImageData(all, 0, 0);
    }
    return canvas.toDataURL('image/jpeg', 1).split(',')[1]!;
  }, [width, height, [...colors], noise] as const);
  const plain = Buffer.from(base64, 'base64');
  if (orientation === 1) return plain;
  const exif = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01', 'latin1'), Buffer.from([0, orientation, 0, 0, 0, 0, 0, 0])]);
  return Buffer.concat([plain.subarray(0, 2), Buffer.from([0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 255]), exif, plain.subarray(2)]);
}

/** The colours at some places of a JPEG, each as the letter of its strongest part; `w` for white. Places from 0 to 1. */
const colorsAt = (outlook: Outlook, bytes: Buffer, places: readonly (readonly [number, number])[]) => outlook.page.evaluate(async ([base64, all]) => {
  const image = new Image();
  image.src = `data:image/jpeg;base64,${base64}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0);
  return all.map(([x, y]) => {
    const [r, g, b] = context.getImageData(Math.min(image.width - 1, x * image.width), Math.min(image.height - 1, y * image.height), 1, 1).data as unknown as [number, number, number];
    return r > 200 && g > 200 && b > 200 ? 'w' : r > g && r > b ? 'r' : g > b ? 'g' : 'b';
  }).join('');
}, [bytes.toString('base64'), places.map(([x, y]) => [x, y] as const)] as const);

async function eventually<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
  for (let n = 0; n < 50 && await ask() !== wanted; n += 1) await new Promise((later) => setTimeout(later, 100));
  expect(await ask()).toBe(wanted);
}

const card = ({ pane }: Outlook) => pane.getByRole('article', { name: 'Contact: Megan Bowen' });
const dialog = ({ pane }: Outlook) => pane.getByRole('dialog', { name: 'Picture of Megan Bowen' });
const shownOnCard = (outlook: Outlook) => card(outlook).locator('img').first();
async function openMegan(query = ''): Promise<Outlook> {
  const outlook = await openOutlook(`item=known${query}`);
  await outlook.pane.getByText('Contacts as of just now').waitFor();
  return outlook;
}
/** A browser of its own, with a camera that shows a test picture. */
async function openOutlookWithCamera(query: string): Promise<Outlook> {
  withCamera = await chromium.launch({ executablePath: lightChromiumPath(), args: [...chromiumArgs, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] });
  return outlookIn(await withCamera.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', permissions: ['camera'] }), query);
}
async function openDialog(outlook: Outlook): Promise<void> {
  await outlook.pane.getByRole('button', { name: 'Picture of Megan Bowen: change' }).click();
  await dialog(outlook).waitFor();
}
async function choose(outlook: Outlook, name: string, buffer: Buffer, mimeType = 'image/jpeg'): Promise<void> {
  await outlook.pane.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
}
const cropper = (outlook: Outlook) => dialog(outlook).getByRole('application', { name: 'Part of the picture that is kept' });
async function save(outlook: Outlook): Promise<void> {
  await dialog(outlook).getByRole('button', { name: 'Save' }).click();
  await outlook.pane.getByText('Megan Bowen has a new picture.').waitFor();
}
async function drop(outlook: Outlook, on: string, bytes: Buffer, name: string, type: string): Promise<void> {
  await outlook.frame().evaluate(([selector, base64, fileName, mime]) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], fileName, { type: mime }));
    const target = document.querySelector(selector)!;
    for (const kind of ['dragenter', 'dragover', 'drop']) target.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [on, bytes.toString('base64'), name, type] as const);
}

describe('a picture for a contact', () => {
  it('from a file: cropped by keyboard, saved small and square, undone, and shown after a reload without a question', async () => {
    const outlook = await openMegan();
    const before = Buffer.from(await jpeg(outlook, 120, 120, ['green']));
    await putPhoto('Megan Bowen', before);
    await outlook.page.reload();
    await shownOnCard(outlook).waitFor();
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await openDialog(outlook);
    await dialog(outlook).getByText('The picture now').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await choose(outlook, 'me.png', png(1200, 600, [red, blue]), 'image/png');
    await cropper(outlook).waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    // In the middle both colours; at the far right only blue; turned by a quarter nothing changes of that.
    for (let n = 0; n < 20; n += 1) await outlook.page.keyboard.press('ArrowRight');
    await outlook.page.keyboard.press('+');
    await outlook.page.keyboard.press('r');
    await dialog(outlook).getByText('115 percent, turned by 90 degrees').waitFor();
    await save(outlook);
    await eventually(async () => jpegSize((await photoOf('Megan Bowen'))!), '521x521');
    const saved = (await photoOf('Megan Bowen'))!;
    expect(saved.length).toBeLessThan(100_000);
    expect(await colorsAt(outlook, saved, [[0.1, 0.1], [0.9, 0.9]])).toBe('bb');
    expect(await outlook.frame().evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Picture of Megan Bowen: change');

    await graph.faults([{ kind: 'cut', path: '/v1.0' }]);
    await outlook.page.reload();
    await shownOnCard(outlook).waitFor();
    await graph.faults([]);
    await outlook.page.reload();
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await outlook.pane.getByRole('button', { name: 'What you did' }).click();
    await outlook.pane.getByText('Picture of Megan Bowen changed').waitFor();
    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await outlook.pane.getByText('Picture of Megan Bowen as before').waitFor();
    await eventually(async () => (await photoOf('Megan Bowen'))?.equals(before), true);
    await outlook.close();
  });

  it('dropped on the face, a picture of 8 MB that lies on its side stands upright', async () => {
    const outlook = await openMegan();
    const loud = await jpeg(outlook, 3400, 2400, ['red'], 1, true);
    expect(loud.length).toBeGreaterThan(8_000_000);
    await drop(outlook, 'article button[aria-haspopup="dialog"]', loud, 'large.jpg', 'image/jpeg');
    await cropper(outlook).waitFor();
    // Held on its side: what is red on the left is at the top for whoever looks at it.
    await drop(outlook, '[role="dialog"]', await jpeg(outlook, 900, 600, ['red', 'lime'], 6), 'side.jpg', 'image/jpeg');
    await cropper(outlook).waitFor();
    await outlook.page.waitForTimeout(300);
    await save(outlook);
    await eventually(async () => jpegSize((await photoOf('Megan Bowen')) ?? Buffer.alloc(0)), '600x600');
    expect(await colorsAt(outlook, (await photoOf('Megan Bowen'))!, [[0.1, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.9]])).toBe('rrgg');
    await openDialog(outlook);
    await choose(outlook, 'large.jpg', loud);
    await cropper(outlook).waitFor();
    await save(outlook);
    await eventually(async () => jpegSize((await photoOf('Megan Bowen'))!) !== '600x600', true);
    expect((await photoOf('Megan Bowen'))!.length).toBeLessThan(100_000);
    await outlook.close();
  });

  it('pasted, a PNG that one can see through is white there; buttons do what keys do, and a drag moves it', async () => {
    const outlook = await openMegan();
    await openDialog(outlook);
    await outlook.frame().evaluate((base64) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], 'image.png', { type: 'image/png' }));
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, png(900, 300, [clear, red, blue]).toString('base64'));
    await cropper(outlook).waitFor();
    const box = (await cropper(outlook).boundingBox())!;
    await outlook.page.mouse.move(box.x + 40, box.y + 100);
    await outlook.page.mouse.down();
    await outlook.page.mouse.move(box.x + 200, box.y + 100, { steps: 5 });
    await outlook.page.mouse.move(box.x + 40, box.y + 100, { steps: 5 });
    await outlook.page.mouse.move(box.x + 200, box.y + 100, { steps: 5 });
    await outlook.page.mouse.up();
    for (let n = 0; n < 8; n += 1) await dialog(outlook).getByRole('button', { name: 'Show more of the left' }).click();
    await dialog(outlook).getByRole('button', { name: 'Turn right' }).click();
    await dialog(outlook).getByRole('button', { name: 'Turn left' }).click();
    await dialog(outlook).getByRole('button', { name: 'Zoom in' }).click();
    await dialog(outlook).getByRole('button', { name: 'Zoom out' }).click();
    await dialog(outlook).getByText('100 percent', { exact: true }).waitFor();
    await save(outlook);
    await eventually(async () => jpegSize((await photoOf('Megan Bowen')) ?? Buffer.alloc(0)), '300x300');
    expect(await colorsAt(outlook, (await photoOf('Megan Bowen'))!, [[0.1, 0.5], [0.9, 0.5]])).toBe('ww');
    await outlook.close();
  });

  it('refuses in a sentence what is no picture, is damaged, or is too much for the browser', async () => {
    const outlook = await openMegan();
    await openDialog(outlook);
    const say = async (name: string, bytes: Buffer, sentence: string): Promise<void> => {
      await choose(outlook, name, bytes);
      await dialog(outlook).getByRole('alert').getByText(sentence).waitFor();
    };
    const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
    await say('text.jpg', Buffer.from('Dear Megan, please find attached'), 'This file is not a picture.');
    await say('drawing.jpg', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'This is a drawing (SVG)');
    await say('phone.jpg', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(200)]), 'This browser cannot read pictures of this kind');
    await say('small.gif', gif, 'This picture is too small');
    await say('broken.jpg', (await jpeg(outlook, 200, 200, ['red'])).subarray(0, 180), 'This picture is damaged');
    await say('huge.png', Buffer.concat([pngHead(20_000, 20_000), Buffer.alloc(64)]), '400 million pixels');
    await say('empty.jpg', Buffer.alloc(0), 'This file is not a picture.');
    // Made over there: it is too much to send.
    await outlook.frame().evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(51_000_000)], 'film.jpg', { type: 'image/jpeg' }));
      document.querySelector('[role="dialog"]')!.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await dialog(outlook).getByRole('alert').getByText('This file is too large: 51 MB.').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    // Long, but bearable: handled.
    await choose(outlook, 'long.png', png(20_000, 300, [red, blue, red]), 'image/png');
    await cropper(outlook).waitFor();
    await save(outlook);
    await eventually(async () => jpegSize((await photoOf('Megan Bowen')) ?? Buffer.alloc(0)), '300x300');
    expect(await colorsAt(outlook, (await photoOf('Megan Bowen'))!, [[0.1, 0.1], [0.9, 0.9]])).toBe('bb');
    await outlook.close();
  });

  it('is sent once though the answer was lost, and waits while there is no connection', async () => {
    const outlook = await openMegan();
    await openDialog(outlook);
    await choose(outlook, 'me.png', png(300, 300, [red]), 'image/png');
    await cropper(outlook).waitFor();
    await graph.clearRequests();
    await graph.faults([{ kind: 'cutAfter', method: 'PUT', path: '/photo', times: 1 }]);
    await dialog(outlook).getByRole('button', { name: 'Save' }).click();
    await shownOnCard(outlook).waitFor();
    await eventually(async () => jpegSize((await photoOf('Megan Bowen')) ?? Buffer.alloc(0)), '300x300');
    await card(outlook).getByText('Not yet in Outlook').waitFor({ state: 'detached' });
    const writes = (await graph.requests()).filter(({ method, status, path: to }) => method === 'PUT' && to.includes('/photo') && status < 300);
    expect(writes.length).toBeLessThanOrEqual(1);
    await graph.faults([{ kind: 'cut', path: '/v1.0' }]);
    await openDialog(outlook);
    await choose(outlook, 'other.png', png(240, 240, [blue]), 'image/png');
    await cropper(outlook).waitFor();
    await dialog(outlook).getByRole('button', { name: 'Save' }).click();
    await card(outlook).getByText('Not yet in Outlook').waitFor();
    await outlook.page.reload();
    await shownOnCard(outlook).waitFor();
    await card(outlook).getByText('Not yet in Outlook').waitFor();
    await graph.faults([]);
    await outlook.page.reload();
    await eventually(async () => jpegSize((await photoOf('Megan Bowen'))!), '240x240');
    await outlook.close();
  });

  it('that was changed elsewhere is seen when the card is opened again', async () => {
    const outlook = await openMegan();
    await putPhoto('Megan Bowen', await jpeg(outlook, 100, 100, ['red']));
    await outlook.page.waitForTimeout(5_500);
    await outlook.go('item=stranger');
    await outlook.pane.getByText('Not in your contacts yet.').waitFor();
    await outlook.go('item=known');
    await shownOnCard(outlook).waitFor();
    await outlook.close();
  });

  it('is taken from the directory, with a reason before the window opens', async () => {
    const changeAddresses = async (...addresses: readonly string[]) => graph.change({
      user: 'adele', op: 'patch', contactId: await idOf('Megan Bowen'), body: { emailAddresses: addresses.map((address) => ({ name: 'Megan Bowen', address })) },
    });
    await changeAddresses('megan.bowen@fabrikam.example', 'lee.gu@contoso.example');
    const outlook = await openOutlook('item=known&signin=consent');
    const allow = outlook.page.getByRole('dialog', { name: 'Permissions requested' });
    await outlook.pane.getByRole('button', { name: 'Continue' }).first().click();
    await allow.getByRole('button', { name: 'Accept' }).click();
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await outlook.page.waitForTimeout(1_500);
    expect((await graph.requests()).filter(({ path: to }) => to.includes('/users'))).toEqual([]);
    await openDialog(outlook);
    await dialog(outlook).getByRole('button', { name: 'Use the picture from the directory' }).click();
    const why = dialog(outlook).getByRole('region', { name: 'Let Contact Pane read the directory' });
    await why.getByText('To show pictures of colleagues').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await why.getByRole('button', { name: 'Continue' }).click();
    await allow.getByText('User.ReadBasic.All').waitFor();
    await allow.getByRole('button', { name: 'Accept' }).click();
    await cropper(outlook).waitFor();
    await dialog(outlook).getByRole('button', { name: 'Save' }).click();
    // To write takes one more permission.
    await outlook.pane.getByRole('region', { name: 'Let Contact Pane see your contacts' }).getByRole('button', { name: 'Continue' }).click();
    await allow.getByRole('button', { name: 'Accept' }).click();
    await eventually(async () => jpegSize((await photoOf('Megan Bowen')) ?? Buffer.alloc(0)), '240x240');
    await outlook.close();
  });

  it('of a colleague without one here is the directory\'s, as soon as it may be read', async () => {
    await graph.change({ user: 'adele', op: 'patch', contactId: await idOf("Sean O'Neil"), body: { emailAddresses: [{ name: 'Sean', address: 'miriam@contoso.example' }] } });
    const outlook = await openMegan();
    await outlook.pane.getByRole('button', { name: 'All contacts' }).click();
    await outlook.pane.getByRole('searchbox', { name: 'Search all contacts' }).fill('Neil');
    await outlook.pane.getByRole('option', { name: /Neil/ }).first().click();
    await outlook.pane.getByRole('article').locator('img').first().waitFor();
    expect(await photoOf("Sean O'Neil")).toBe(null);
    await outlook.close();
  });

  it('is taken with the camera where Outlook passes one on, and no camera is offered elsewhere', async () => {
    const outlook = await openMegan();
    await openDialog(outlook);
    await dialog(outlook).getByText('You can also drop a picture here').waitFor();
    expect(await dialog(outlook).getByRole('button', { name: 'Take one with the camera' }).count()).toBe(0);
    await outlook.close();
    const allowed = await openOutlookWithCamera('item=known&camera=on');
    await allowed.pane.getByText('Contacts as of just now').waitFor();
    await openDialog(allowed);
    await dialog(allowed).getByRole('button', { name: 'Take one with the camera' }).click();
    await dialog(allowed).getByText('Waiting for the camera').waitFor({ state: 'detached' });
    expect(await allowed.accessibility()).toEqual([]);
    await dialog(allowed).getByRole('button', { name: 'Take the picture' }).click();
    await cropper(allowed).waitFor();
    await save(allowed);
    await eventually(async () => /^(\d+)x\1$/.test(jpegSize((await photoOf('Megan Bowen')) ?? Buffer.alloc(0))), true);
    await allowed.close();
  });
});

describe('taking a picture away', () => {
  async function remove(outlook: Outlook): Promise<void> {
    await openDialog(outlook);
    await dialog(outlook).getByRole('button', { name: 'Remove the picture …' }).click();
    const asked = outlook.pane.getByRole('dialog', { name: 'Removing a picture' });
    await asked.getByText('Outlook gives programs no sure way').waitFor();
    expect(await outlook.accessibility()).toEqual([]);
    await asked.getByRole('button', { name: 'Try to remove it' }).click();
  }

  it('is tried and said to be refused; what is chosen instead goes through', async () => {
    const outlook = await openMegan();
    await putPhoto('Megan Bowen', await jpeg(outlook, 100, 100, ['red']));
    await outlook.page.reload();
    await shownOnCard(outlook).waitFor();
    await remove(outlook);
    await outlook.pane.getByText('Outlook gives programs no way to take this picture away').waitFor();
    expect(jpegSize((await photoOf('Megan Bowen'))!)).toBe('100x100');
    await openDialog(outlook);
    await choose(outlook, 'other.png', png(240, 240, [blue]), 'image/png');
    await cropper(outlook).waitFor();
    await save(outlook);
    await eventually(async () => jpegSize((await photoOf('Megan Bowen'))!), '240x240');
    await outlook.close();
  });

  it('works where Graph lets go of it, and can be undone', async () => {
    await settings({ emptyPhotoRemoves: true });
    const outlook = await openMegan();
    await putPhoto('Megan Bowen', await jpeg(outlook, 100, 100, ['red']));
    await outlook.page.reload();
    await shownOnCard(outlook).waitFor();
    await remove(outlook);
    await outlook.pane.getByText('The picture of Megan Bowen is removed.').waitFor();
    expect(await photoOf('Megan Bowen')).toBe(null);
    await shownOnCard(outlook).waitFor({ state: 'detached' });
    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await eventually(async () => jpegSize((await photoOf('Megan Bowen')) ?? Buffer.alloc(0)), '100x100');
    await outlook.close();
  });

  it('of a first picture by undo is refused in words that say what can be done', async () => {
    const outlook = await openOutlook('item=apostrophe');
    await outlook.pane.getByText('Contacts as of just now').waitFor();
    await outlook.pane.getByRole('button', { name: "Picture of Sean O'Neil: change" }).click();
    const asked = outlook.pane.getByRole('dialog', { name: "Picture of Sean O'Neil" });
    await asked.getByText('There is no picture yet.').waitFor();
    expect(await asked.getByRole('button', { name: 'Remove the picture …' }).count()).toBe(0);
    await choose(outlook, 'me.png', png(300, 300, [red]), 'image/png');
    await asked.getByRole('application').waitFor();
    await asked.getByRole('button', { name: 'Save' }).click();
    await outlook.pane.getByText("Sean O'Neil has a new picture.").waitFor();
    await outlook.pane.getByRole('button', { name: 'Undo' }).click();
    await outlook.pane.getByText('Outlook gives programs no way to take this picture away').waitFor();
    await outlook.pane.getByRole('button', { name: 'Give up' }).click();
    await outlook.pane.getByRole('article').locator('img').first().waitFor();
    expect(jpegSize((await photoOf("Sean O'Neil"))!)).toBe('300x300');
    await outlook.close();
  });
});

describe('faces in a list', () => {
  it('come in one request, for those in sight', async () => {
    const first = await openMegan();
    for (const one of (await graph.contacts()).slice(0, 12)) {
      await graph.asUser(await graph.token(), 'PUT', path(String(one.id)), await jpeg(first, 64, 64, ['red']), 'image/jpeg');
    }
    await graph.clearRequests();
    await first.pane.getByRole('button', { name: 'All contacts' }).click();
    await first.pane.getByRole('listbox', { name: 'All contacts' }).locator('img').first().waitFor();
    await first.page.waitForTimeout(1_500);
    const requests = (await graph.requests()).filter((one) => one.preflight !== true && !/delta/.test(one.path));
    const outer = requests.filter(({ path: to }) => to.includes('$batch'));
    expect(outer.length).toBeLessThanOrEqual(2);
    await first.page.reload();
    await graph.faults([{ kind: 'cut', path: '/v1.0' }]);
    await first.pane.getByRole('button', { name: 'All contacts' }).click();
    await first.pane.getByRole('listbox', { name: 'All contacts' }).locator('img').first().waitFor();
    await first.close();
  });
});

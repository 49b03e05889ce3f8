/** Whether there is a camera the pane may ask for: Outlook's frame and the server's headers both have a say in it. */
export async function hasCamera(): Promise<boolean> {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  // Only Chromium tells what the frame may do; elsewhere asking for it does.
  const { featurePolicy } = document as { featurePolicy?: { allowsFeature(name: string): boolean } };
  if (mediaDevices === undefined || featurePolicy?.allowsFeature('camera') === false) return false;
  try {
    return (await mediaDevices.enumerateDevices()).some(({ kind }) => kind === 'videoinput');
  } catch {
    return false;
  }
}

/** From a click only: the browser asks the person. Null when it may not be, or another program has it. */
export async function openCamera(): Promise<MediaStream | null> {
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: 'user', width: { ideal: 1_280 }, height: { ideal: 960 } } });
  } catch {
    return null;
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** A host: names with dots between them, perhaps a port; never with a name or password before it. */
const host = String.raw`[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.?(?::\d{1,5})?`;
const whole = new RegExp(String.raw`^https?://${host}(?:[/?#]\S*)?$`, 'iu');
const bare = new RegExp(String.raw`^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.\p{L}{2,}(?::\d{1,5})?(?:[/?#]\S*)?$`, 'iu');

/**
 * Where a web address as people write it leads: `https://` goes before "www.contoso.example". Null for anything that
 * is no page of the web (`javascript:`, `file:`, half an address), so what comes back is safe to put into a link.
 */
export function webLink(text: string): string | null {
  const trimmed = text.trim();
  if (whole.test(trimmed)) return trimmed;
  return bare.test(trimmed) ? `https://${trimmed}` : null;
}

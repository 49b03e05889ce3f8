/** The body of an item as HTML, made from its plain text, so that nothing in it can be markup. */
export function bodyHtml(text: string): string {
  const escape = (part: string) => part.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
  const paragraphs = text.split(/\n{2,}/).map((part) => `<p>${escape(part).replace(/\n/g, '<br>')}</p>`);
  return `<html><body><div>${paragraphs.join('')}</div></body></html>`;
}

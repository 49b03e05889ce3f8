/**
 * Every request asks for immutable ids, every part of a batch too: an ordinary id changes when the item moves.
 * (Graph guide, "Get immutable identifiers for Outlook resources")
 */
const immutableIds = 'IdType="ImmutableId"';

/** The headers with `Prefer` holding our wish beside whatever it held before. */
export function withImmutableIds(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  const others: Record<string, string> = {};
  const wishes = [immutableIds];
  for (const [name, value] of Object.entries(headers)) {
    if (name.toLowerCase() === 'prefer') wishes.push(value);
    else others[name] = value;
  }
  return { ...others, Prefer: wishes.join(', ') };
}

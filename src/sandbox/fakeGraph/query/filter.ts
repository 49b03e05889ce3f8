import { refusals } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';

/** A `$filter` as written, before anybody asked whether the resource can do it. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly inner: Filter }
  | { readonly kind: 'compare'; readonly operator: string; readonly path: string; readonly literal: Literal }
  | { readonly kind: 'call'; readonly name: string; readonly path: string; readonly literal: Literal }
  | { readonly kind: 'any' | 'all'; readonly path: string; readonly variable: string; readonly inner: Filter | null };

export type Literal = { readonly type: 'text' | 'other'; readonly value: string };

type Token = { readonly kind: 'text' | 'word' | 'sign'; readonly value: string; readonly at: number };

const operators = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'has', 'in'];

function tokenize(text: string): Token[] | null {
  const tokens: Token[] = [];
  const pattern = /\s*(?:'((?:[^']|'')*)'|([A-Za-z_$@#0-9.+-][A-Za-z0-9_$@#.:+-]*)|([(),/:]))/y;
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex;
    if (text.slice(at).trim() === '') break;
    const match = pattern.exec(text);
    if (match === null) return null;
    if (match[1] !== undefined) tokens.push({ kind: 'text', value: match[1].replaceAll("''", "'"), at });
    else if (match[2] !== undefined) tokens.push(...splitColon(match[2], at));
    else tokens.push({ kind: 'sign', value: match[3] ?? '', at });
  }
  return tokens;
}

/** `a:a` is three tokens, `2026-01-01T10:00:00Z` one. */
function splitColon(word: string, at: number): Token[] {
  const match = /^([A-Za-z_]\w*):(.*)$/s.exec(word);
  if (match === null) return [{ kind: 'word', value: word, at }];
  const rest = match[2] ?? '';
  const head: Token[] = [{ kind: 'word', value: match[1] ?? '', at }, { kind: 'sign', value: ':', at }];
  return rest === '' ? head : [...head, { kind: 'word', value: rest, at }];
}

const maxDepth = 200;

/** Reads a filter by OData's grammar, as far as anybody uses it on contacts. */
export function parseFilter(text: string): Filter | Refusal {
  const tokens = tokenize(text);
  const syntax = (at: number): Refusal => refusals.badRequest(`Invalid filter clause: Syntax error at position ${at} in '${text}'.`);
  if (tokens === null || tokens.length === 0) return syntax(0);
  let next = 0;
  let depth = 0;
  const peek = (ahead = 0): Token | undefined => tokens[next + ahead];
  const isSign = (value: string, ahead = 0): boolean => peek(ahead)?.kind === 'sign' && peek(ahead)?.value === value;
  const isWord = (value: string): boolean => peek()?.kind === 'word' && peek()?.value === value;
  // A parser's way out of its own recursion; it never leaves this function.
  const stop = Symbol('syntax');
  const fail = (): never => { throw stop; };
  const take = (value: string): void => { if (isSign(value)) next += 1; else fail(); };
  const word = (): string => {
    const token = peek();
    if (token?.kind !== 'word') return fail();
    next += 1;
    return token.value;
  };
  const literal = (): Literal => {
    const token = peek();
    if (token === undefined || token.kind === 'sign') return fail();
    next += 1;
    return { type: token.kind === 'text' ? 'text' : 'other', value: token.value };
  };
  const path = (): string => {
    let text = word();
    while (isSign('/')) {
      if (peek(1)?.kind === 'word' && ['any', 'all'].includes((peek(1)?.value ?? '').toLowerCase()) && isSign('(', 2)) break;
      next += 1;
      text += `/${word()}`;
    }
    return text;
  };
  function primary(): Filter {
    depth += 1;
    if (depth > maxDepth) fail();
    if (isSign('(')) {
      next += 1;
      const inner = or();
      take(')');
      depth -= 1;
      return inner;
    }
    if (isWord('not')) {
      next += 1;
      const inner = primary();
      depth -= 1;
      return { kind: 'not', inner };
    }
    depth -= 1;
    if (peek()?.kind === 'word' && isSign('(', 1)) {
      const name = word();
      take('(');
      const of = path();
      take(',');
      const value = literal();
      take(')');
      // `contains(…) eq true` is legal OData and says nothing more.
      if (isWord('eq') && peek(1)?.value === 'true') next += 2;
      return { kind: 'call', name, path: of, literal: value };
    }
    const of = path();
    if (isSign('/')) {
      next += 1;
      const kind = word().toLowerCase() === 'all' ? 'all' : 'any';
      take('(');
      if (isSign(')')) {
        next += 1;
        return { kind, path: of, variable: '', inner: null };
      }
      const variable = word();
      take(':');
      const inner = or();
      take(')');
      return { kind, path: of, variable, inner };
    }
    const operator = word();
    if (!operators.includes(operator)) fail();
    return { kind: 'compare', operator, path: of, literal: literal() };
  }
  function and(): Filter {
    let left = primary();
    while (isWord('and')) {
      next += 1;
      left = { kind: 'and', left, right: primary() };
    }
    return left;
  }
  function or(): Filter {
    let left = and();
    while (isWord('or')) {
      next += 1;
      left = { kind: 'or', left, right: and() };
    }
    return left;
  }
  try {
    const filter = or();
    return next === tokens.length ? filter : syntax(peek()?.at ?? 0);
  } catch (thrown) {
    if (thrown === stop) return syntax(peek()?.at ?? text.length);
    throw thrown;
  }
}

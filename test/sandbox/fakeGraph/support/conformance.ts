import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

type Version = 'v1.0' | 'beta';
type Json = ReturnType<typeof JSON.parse>;

/** Graph's machine-readable description, beside the repository; it is no part of it. */
const specFolder = join(__dirname, '..', '..', '..', '..', '..', 'shared', 'graph-spec');
const file = (version: Version): string => join(specFolder, `${version}.contacts.openapi.json`);

export const hasSpec = existsSync(file('v1.0')) && existsSync(file('beta'));

let saidSo = false;
/** Says once that answers are not compared with the description. */
export function sayWhenSkipped(): void {
  if (hasSpec || saidSo) return;
  saidSo = true;
  console.info('Conformance was skipped: ../shared/graph-spec is not there, so answers are not compared with Graph\'s own schemas.');
}

type Description = { readonly paths: readonly (readonly [pattern: RegExp, path: string])[]; readonly document: Json; readonly ajv: Ajv };
const descriptions = new Map<Version, Description>();
const validators = new Map<string, ValidateFunction>();

function describe(version: Version): Description {
  const known = descriptions.get(version);
  if (known !== undefined) return known;
  const document = JSON.parse(readFileSync(file(version), 'utf8')) as Json;
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats(ajv);
  for (const format of ['int16', 'int32', 'int64', 'float', 'double', 'decimal', 'base64url', 'binary']) ajv.addFormat(format, true);
  ajv.addSchema({ $id: 'oas', components: document.components }, 'oas');
  const wild = (path: string): number => path.split('{').length;
  const paths = Object.keys(document.paths as object).sort((a, b) => wild(a) - wild(b)).map((path) => {
    const source = path.replaceAll('()', '').replace(/[.$]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+');
    return [new RegExp(`^${source}$`, 'i'), path] as const;
  });
  const description = { document, ajv, paths };
  descriptions.set(version, description);
  return description;
}

function schemaOf(document: Json, path: string, method: string, status: number): Json {
  const responses = document.paths[path]?.[method.toLowerCase()]?.responses;
  const response = status >= 400 ? responses?.default : responses?.['2XX'] ?? responses?.[String(status)];
  const resolved = response?.$ref === undefined ? response : document.components.responses[String(response.$ref).split('/').at(-1) ?? ''];
  return resolved?.content?.['application/json']?.schema;
}

const withPointer = (schema: Json): Json => JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"oas#/components')) as Json;

/** What Graph's schema has against an answer; nothing when it fits or nobody describes it. */
export function violations(version: Version, method: string, path: string, status: number, body: unknown): readonly string[] {
  if (!hasSpec || typeof body !== 'object' || body === null) return [];
  const { document, ajv, paths } = describe(version);
  const plain = (path.split('?')[0] ?? '').replaceAll('%27', "'").replaceAll('%24', '$').replace(/\('?([^')]*)'?\)/g, (_all, key: string) => key === '' ? '' : `/${key}`);
  const found = paths.find(([pattern]) => pattern.test(plain));
  if (found === undefined) return [];
  const key = `${version} ${method} ${found[1]} ${status >= 400 ? 'error' : 'ok'}`;
  let validate = validators.get(key);
  if (validate === undefined) {
    const schema = schemaOf(document, found[1], method, status);
    if (schema === undefined) return [];
    validate = ajv.compile(withPointer(schema));
    validators.set(key, validate);
  }
  return validate(body) === true ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message ?? ''} ${JSON.stringify(e.params)}`);
}

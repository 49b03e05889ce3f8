/** Id tokens as Microsoft writes them: signed, for one application, with the nonce of the request. */
import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { users, type UserKey } from '../seed/people.ts';

export type Signer = {
  readonly publicKey: Record<string, unknown>;
  readonly idToken: (about: { readonly user: UserKey; readonly clientId: string; readonly nonce: string; readonly origin: string; readonly now: number }) => string;
};

/** A key of its own per start; nobody keeps id tokens of the sandbox. */
export function createSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomUUID();
  return {
    publicKey: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' },
    idToken({ user, clientId, nonce, origin, now }) {
      const { oid, tid, address, displayName } = users[user];
      const seconds = Math.floor(now / 1000);
      const head = part({ typ: 'JWT', alg: 'RS256', kid });
      const body = part({
        aud: clientId, iss: `${origin}/${tid}/v2.0`, iat: seconds, nbf: seconds, exp: seconds + 3600, nonce, oid, tid,
        sub: `sub-${oid}`, preferred_username: address, name: displayName, ver: '2.0',
      });
      return `${head}.${body}.${createSign('RSA-SHA256').update(`${head}.${body}`).sign(privateKey, 'base64url')}`;
    },
  };
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

// A real OpenID provider (oidc-provider) on the loopback, for tests. It is told by lines of JSON on standard input what to do, and answers each with a
// line; it ends when that input ends. On request it lies in its next ID token, with its own good signature, so that the claims alone are wrong.
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import Provider from 'oidc-provider';
import { exportJWK, generateKeyPair, importJWK, decodeJwt, SignJWT } from 'jose';

// What the provider has to remark is not for the test that waits for an answer.
console.info = console.warn = () => {};

const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const jwk = { ...await exportJWK(privateKey), kid: 'test', alg: 'RS256', use: 'sig' };
let provider, who = null, lie = null;

const lies = {
  issuer: (claims) => { claims.iss = 'https://other.example'; },
  audience: (claims) => { claims.aud = 'somebody-else'; },
  nonce: (claims) => { claims.nonce = 'another'; },
  expired: (claims) => { claims.iat -= 7200; claims.exp = claims.iat + 60; },
  key: () => {},
};

async function retell(token) {
  const claims = decodeJwt(token);
  lies[lie](claims);
  const key = lie === 'key' ? (await generateKeyPair('RS256')).privateKey : await importJWK(jwk, 'RS256');
  lie = null;
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'test' }).sign(key);
}

function open(issuer, client) {
  provider = new Provider(issuer, {
    clients: [{ ...client, grant_types: ['authorization_code'], response_types: ['code'] }],
    jwks: { keys: [jwk] },
    cookies: { keys: ['for tests only'] },
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'person'], profile: ['name', 'preferred_username'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (ctx, interaction) => `/enter/${interaction.uid}` },
    findAccount: (ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `Person ${id}`, preferred_username: `${id}@campus`, person: { number: `n-${id}` } }),
    }),
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (ctx, next) => {
    if (ctx.path.startsWith('/enter/')) {
      ctx.respond = false;
      const result = who === null ? { error: 'access_denied' } : { login: { accountId: who } };
      await provider.interactionFinished(ctx.req, ctx.res, result, { mergeWithLastSubmission: false });
      return;
    }
    await next();
    if (ctx.path === '/token' && lie !== null && ctx.body?.id_token) ctx.body.id_token = await retell(ctx.body.id_token);
  });
}

const server = createServer((request, response) => provider.callback()(request, response));
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  console.log(issuer);
  createInterface({ input: process.stdin })
    .on('line', (line) => {
      const told = JSON.parse(line);
      if (told.client) open(issuer, told.client);
      if (told.who !== undefined) who = told.who;
      if (told.lie !== undefined) lie = told.lie;
      console.log('ok');
    })
    .on('close', () => process.exit(0));
});

import { closeBrowser, graph, openBrowser } from './support/outlook.ts';
import { graphUrl, pageUrl } from './support/sandboxAddress.ts';

afterEach(() => graph.faults([]));
afterAll(closeBrowser);

describe('a page of another origin', () => {
  it('passes the preflight and can read how long Graph asks to wait', async () => {
    await graph.reset();
    const token = await graph.token();
    await graph.faults([{ kind: 'status', status: 429, code: 'ApplicationThrottled', retryAfter: 7, path: '/me/contacts', times: 1 }]);
    const page = await (await openBrowser()).newPage({ ignoreHTTPSErrors: true });
    await page.goto(`${pageUrl}/healthz`);
    const answers = await page.evaluate(async ([url, bearer]) => {
      const ask = async () => {
        const answer = await fetch(`${url}/v1.0/me/contacts`, { headers: { Authorization: `Bearer ${bearer}`, Prefer: 'IdType="ImmutableId"' } });
        return { status: answer.status, retryAfter: answer.headers.get('Retry-After'), requestId: answer.headers.get('request-id') !== null };
      };
      return [await ask(), await ask()];
    }, [graphUrl, token] as const);
    await page.close();
    expect(answers).toEqual([{ status: 429, retryAfter: '7', requestId: true }, { status: 200, retryAfter: null, requestId: true }]);
    expect((await graph.requests()).some((one) => one.preflight === true && one.path.includes('/me/contacts'))).toBe(true);
  });
});

import { contract, type MethodName } from '../../electron/contract/contract';
import { call, makeSampleRoom, PASSWORD, signIn } from './bridge';
import { expect, firstPage, launch, test } from './fixture';

test('the page is isolated: nothing of Node or Electron, a frozen bridge of named methods, a content policy in force', async ({
  page,
}) => {
  const seen = await page.evaluate(async () => {
    // From a task of the page's own: what a debugger evaluates is exempt from the policy.
    const evaluated = await new Promise((resolve) =>
      setTimeout(() => {
        try {
          resolve(Reflect.construct(Function, ['return 1']) instanceof Function ? 'ran' : 'none');
        } catch (fault) {
          resolve((fault as Error).name);
        }
      }),
    );
    const script = document.createElement('script');
    script.textContent = 'window.__inline = 1';
    document.head.append(script);
    const bridge = (window as unknown as { mediationRoom: Record<string, unknown> }).mediationRoom;
    const before = bridge['cases.open'];
    try {
      bridge['cases.open'] = 1;
    } catch {
      // A frozen object throws in strict code: that is what is wanted.
    }
    return {
      leaked: ['require', 'process', 'module', 'ipcRenderer', 'electron', 'Buffer', 'global'].filter(
        (name) => name in window,
      ),
      evaluated,
      outside: await fetch('https://example.invalid/').then(
        () => 'fetched',
        () => 'blocked',
      ),
      inline: '__inline' in window,
      patched: bridge['cases.open'] !== before,
      secure: isSecureContext,
      methods: Object.keys(bridge).sort(),
    };
  });
  expect(seen).toEqual({
    leaked: [],
    evaluated: 'EvalError',
    outside: 'blocked',
    inline: false,
    patched: false,
    secure: true,
    methods: [
      ...Object.keys(contract),
      'onAccessChanged',
      'onBatchProgress',
      'onCaseChanged',
      'onLockAsked',
      'onSyncChanged',
      'onWorkProgress',
    ].sort(),
  });
});

/** Those that end the session last: whoever asks after them is nobody. */
function namesInOrder(): readonly string[] {
  const ending = ['access.lock', 'access.signOut'];
  return [...Object.keys(contract).filter((name) => !ending.includes(name)), ...ending];
}

test('every method refuses a request that breaks its schema, in words', async ({ page }) => {
  await makeSampleRoom(page);
  const answers = await page.evaluate(async (names) => {
    const bridge = (
      window as unknown as {
        mediationRoom: Record<
          string,
          (request: unknown) => Promise<{ ok: boolean; problems?: { code: string; zh: string }[] }>
        >;
      }
    ).mediationRoom;
    const found: Record<string, string> = {};
    for (const name of names) {
      for (const bad of [
        null,
        7,
        'x',
        [],
        {
          id: 7,
          text: {},
          query: 1,
          factor: 'x',
          document: [],
          form: 'F99',
          writes: 'x',
          room: 5,
          block: 0,
          party: 1,
          agreement: 2,
          kind: 'y',
          reason: '',
        },
      ]) {
        const answer = await bridge[name]?.(bad);
        const said =
          answer?.ok === false
            ? `${answer.problems?.[0]?.code ?? ''}${answer.problems?.[0]?.zh ? '' : ' (no words)'}`
            : 'accepted';
        found[name] = found[name] === undefined || found[name] === said ? said : `${found[name]}, ${said}`;
      }
    }
    return found;
  }, namesInOrder());
  for (const [name, said] of Object.entries(answers)) {
    // Methods that take nothing accept an object whose members they ignore, and answer or say in words why not.
    const nothing = contract[name as MethodName].request.safeParse({}).success;
    expect(said, name).toMatch(nothing ? /^bad-request, (?!program-fault|signed-out)[a-z-]+$/ : /^bad-request$/);
  }
});

test('app:// serves the window and nothing beside it, however the path is written', async ({ page }) => {
  const statuses = await page.evaluate(
    async (paths) => {
      const found: Record<string, number> = {};
      for (const path of paths)
        found[path] = await fetch(path).then(
          (response) => response.status,
          () => -1,
        );
      return found;
    },
    [
      '/index.html',
      '/../main/main.cjs',
      '/%2e%2e/main/main.cjs',
      '/..%2fmain%2fmain.cjs',
      '/fonts/..%2f..%2fpackage.json',
      '/..%5cmain%5cmain.cjs',
      '/%00',
      '/%E0%A4%A',
      '/fonts/none.ttf',
    ],
  );
  const { '/index.html': index, '/fonts/none.ttf': none, ...rest } = statuses;
  expect([index, none]).toEqual([200, 404]);
  for (const [path, status] of Object.entries(rest)) expect([-1, 403, 404], path).toContain(status);
});

test('the page cannot leave, open windows or get permissions', async ({ app, page }) => {
  await page.evaluate(() => {
    for (const [href, target] of [
      ['https://example.invalid/away', ''],
      ['https://example.invalid/', '_blank'],
    ] as const) {
      const link = document.createElement('a');
      Object.assign(link, { href, target });
      document.body.append(link);
      link.click();
    }
  });
  const geolocation = await page.evaluate(
    () =>
      new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          (fault) => resolve(fault.code),
        ),
      ),
  );
  expect(geolocation).toBe(1);
  expect(app.windows()).toHaveLength(1);
  const url = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());
  expect(url).toMatch(/^app:\/\/bundle\//);
});

test('a machine without a key store that protects is refused in words, and no store is made', async ({ userData }) => {
  const app = await launch(userData, { env: { STANDIN_KEYSTORE: 'basic_text' }, args: ['--password-store=basic'] });
  const page = await firstPage(app);
  const status = await call(page, 'room.status', {});
  expect(status).toMatchObject({ ok: true, value: { state: 'fault', problem: { code: 'no-key-store' } } });
  const made = await call(page, 'room.create', {
    room: '一',
    operator: '某',
    password: PASSWORD,
    sample: true,
    blocks: [],
  });
  expect(made).toMatchObject({ ok: false, problems: [{ code: 'no-key-store' }] });
  await app.close();
});

test('kill -9 of the main process loses nothing that was confirmed as saved', async ({ userData }) => {
  const first = await launch(userData);
  const page = await firstPage(first);
  await makeSampleRoom(page);
  const loaded = await call(page, 'room.loadSamples', {});
  expect(loaded).toMatchObject({ ok: true, value: { refused: [] } });
  const before = await call(page, 'cases.list', { query: '', stage: null, offset: 0, limit: 50 });
  const pid = await first.evaluate(() => process.pid);
  const closed = first.waitForEvent('close');
  process.kill(pid, 'SIGKILL');
  await closed;
  const second = await launch(userData);
  const reopened = await firstPage(second);
  // The window asks at its start, too: whoever asks at the same moment gets the same open room.
  const asked = await Promise.all([1, 2, 3].map(() => call(reopened, 'room.status', {})));
  for (const again of asked) expect(again).toMatchObject({ ok: true, value: { state: 'open' } });
  await signIn(reopened);
  expect(await call(await firstPage(second), 'cases.list', { query: '', stage: null, offset: 0, limit: 50 })).toEqual(
    before,
  );
  await second.close();
});

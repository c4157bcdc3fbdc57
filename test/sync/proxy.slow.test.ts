import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CuttingProxy } from './support/cutting-proxy';
import { freshRoomFolders, type RoomFolders } from './support/lab';
import { proxyHistory } from './support/proxy-history';
import { withSeeds } from './support/seeded';
import { TestCentre } from './support/test-centre';

let centre: TestCentre;
let proxy: CuttingProxy;
let rooms: RoomFolders;

beforeAll(async () => {
  centre = await TestCentre.embedded();
  proxy = await CuttingProxy.start({ host: '127.0.0.1', port: await centre.listen() });
  rooms = await freshRoomFolders(3);
});
afterAll(async () => {
  await proxy.close();
  await centre.close();
  await rooms.remove();
});

describe('rooms and the embedded centre behind a proxy that cuts at any byte', () => {
  it('end with the same set everywhere, and nothing acknowledged missing', { timeout: 300_000 }, async () => {
    await withSeeds('cutting proxy', 20, (seed) => proxyHistory({ centre, proxy, folders: rooms.folders }, seed));
    expect(proxy.cuts).toBeGreaterThan(10);
    console.log(`cutting proxy: ${proxy.connections} connections, ${proxy.cuts} of them cut`);
  });
});

import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { refuse, refuseTheRest } from './refuse';

export const net = refuseTheRest('net', {
  /** Whether the machine has a network; a test replaces the function to take it away. */
  isOnline: (): boolean => true,
  /** Files only: everything else that the app fetches goes by Node's own fetch, on every host. */
  async fetch(input: string | Request): Promise<Response> {
    const url = typeof input === 'string' ? input : input.url;
    if (!url.startsWith('file:')) return refuse(`net.fetch of ${url}`);
    return new Response(new Uint8Array(await fs.readFile(fileURLToPath(url))));
  },
});

import http from 'node:http';
import { feedAnswer } from '../../electron/core/domain/wire/exchange';
import { challengeAnswer, sessionAnswer, sessionText } from '../../electron/core/domain/wire/session';
import type { BenchRoom } from './bench-room';

export interface Listeners {
  /** Resolves when each was answered with news. */
  readonly answered: Promise<unknown>;
  readonly faults: () => number;
}

/** Parks so many requests for news at the service, each on a connection of its own（挂起监听）. Resolves when all are there. */
export async function parkListeners(port: number, rooms: readonly BenchRoom[], count: number): Promise<Listeners> {
  const agent = new http.Agent({ keepAlive: false, maxSockets: Infinity });
  const ask = (path: string, token: string, body?: unknown): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const headers = {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      };
      const options = { host: '127.0.0.1', port, path, method: body === undefined ? 'GET' : 'POST', headers, agent };
      const request = http.request(options, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (piece: string) => (text += piece));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      request.on('error', reject);
      request.end(body === undefined ? undefined : JSON.stringify(body));
    });
  const places: { token: string; query: string }[] = [];
  for (const { store } of rooms) {
    const { station } = store;
    const asked = challengeAnswer.parse(JSON.parse((await ask('/v1/session/challenge', '', { station })).text));
    const signature = store.sign(sessionText(asked.centre, asked.challenge));
    const session = await ask('/v1/session', '', { station, challenge: asked.challenge, signature });
    const { token } = sessionAnswer.parse(JSON.parse(session.text));
    places.push({ token, query: await endOf((path) => ask(path, token)) });
  }
  let faults = 0;
  const waiting: Promise<void>[] = [];
  for (let n = 0; n < count; n++) {
    const { token = '', query = '' } = places[n % places.length] ?? {};
    const one = ask(`/v1/feed?${query}&limit=1&wait=50`, token).then(
      ({ status }) => {
        if (status !== 200) faults += 1;
      },
      () => {
        faults += 1;
      },
    );
    waiting.push(one);
    if (n % 50 === 49) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  return { answered: Promise.all(waiting), faults: () => faults };
}

/** The query that goes on at the end of the feed. */
async function endOf(ask: (path: string) => Promise<{ readonly text: string }>): Promise<string> {
  let query = 'after=0';
  for (;;) {
    const { proof } = feedAnswer.parse(JSON.parse((await ask(`/v1/feed?${query}`)).text));
    const { seq, link, epoch } = proof.checkpoint;
    query = new URLSearchParams({ after: `${seq}`, link, epoch }).toString();
    if (seq >= proof.head) return query;
  }
}

import type { FastifyInstance, InjectOptions } from 'fastify';
import { LineError, type Http, type HttpAnswer, type HttpRequest, type LineFault } from '../../../electron/core/ports';
import type { Seeded } from './seeded';

/** How often what happens to a request, of one. */
export interface Weather {
  /** Lost on the way there: the service never hears of it. */
  readonly lostBefore: number;
  /** The service handled it, and its answer was lost or cut. */
  readonly lostAfter: number;
  /** It arrives twice. */
  readonly doubled: number;
  /** It arrives once more, some requests later. */
  readonly late: number;
}
export const CALM: Weather = { lostBefore: 0, lostAfter: 0, doubled: 0, late: 0 };
export const STORM: Weather = { lostBefore: 0.07, lostAfter: 0.07, doubled: 0.06, late: 0.06 };

const FAULTS: readonly LineFault[] = ['cut', 'silent', 'unreachable'];

/**
 * The network between rooms and the service（模拟网络）: requests go in by `inject`, and the weather decides what becomes of
 * them. All chance is the history's own.
 */
export class SimNetwork {
  weather: Weather = CALM;
  requests = 0;
  private readonly late: (() => Promise<unknown>)[] = [];

  constructor(
    private readonly random: Seeded,
    private readonly app: () => FastifyInstance,
    private readonly tell: (word: string) => void,
  ) {}

  /** The line of one room; `up` is asked at each request. */
  lineOf(up: () => boolean): Http {
    return { send: (request) => this.send(request, up()) };
  }

  private async send(request: HttpRequest, up: boolean): Promise<HttpAnswer> {
    if (!up) throw new LineError('unreachable');
    this.requests += 1;
    const { random, weather } = this;
    while (this.late.length > 0 && random.chance(0.4)) await this.late.shift()?.();
    const fate = random.next();
    const { lostBefore, lostAfter, doubled, late } = weather;
    if (fate < lostBefore) return this.lose('lost');
    if (fate < lostBefore + lostAfter) {
      await this.inject(request);
      return this.lose('unanswered');
    }
    if (fate < lostBefore + lostAfter + doubled) await this.inject(request);
    else if (fate < lostBefore + lostAfter + doubled + late) this.late.push(() => this.inject(request));
    return this.inject(request);
  }

  private lose(word: string): never {
    this.tell(word);
    throw new LineError(this.random.pick(FAULTS));
  }

  private async inject({ method, url, headers, body }: HttpRequest): Promise<HttpAnswer> {
    const { pathname, search } = new URL(url);
    const options: InjectOptions = { method, url: `${pathname}${search}`, headers: { ...headers } };
    const answer = await this.app().inject(body ? { ...options, payload: Buffer.from(body) } : options);
    const flat = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const);
    this.tell(`${method} ${pathname.replace(/[A-Za-z0-9_-]{43}|[0-9a-f]{64}/, '*')} ${answer.statusCode}`);
    return { status: answer.statusCode, headers: Object.fromEntries(flat), body: answer.rawPayload };
  }
}

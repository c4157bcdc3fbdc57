import { boxKeyOf } from '../../../electron/core/crypto/box';
import { stationKey, type StationKey } from '../../../electron/core/crypto/signing-key';
import { sealEntry, type Entry } from '../../../electron/core/domain/journal/entry';
import { nextStamp } from '../../../electron/core/domain/journal/hybrid-clock';
import { enrolmentText } from '../../../electron/core/domain/wire/enrolment';
import { sendAnswer, type SendAnswer } from '../../../electron/core/domain/wire/exchange';
import { challengeAnswer, sessionAnswer, sessionText } from '../../../electron/core/domain/wire/session';
import { bytesOf } from './seeded';
import type { TestCentre } from './test-centre';

/** PKCS#8 of Ed25519 is this prefix and 32 bytes. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A private key that depends on these words alone, PKCS#8. */
export const keyFor = (...words: readonly (string | number)[]): Uint8Array =>
  Buffer.concat([PKCS8, bytesOf('station', ...words)]);

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly text: string;
}

let count = 0;

/**
 * A workstation that speaks the wire by hand（手写请求的工作站）: for requests that the real client would never send. Its chain
 * is its own to spoil.
 */
export class WireStation {
  readonly key: StationKey;
  readonly box: string;
  token = '';
  seq = 0;
  prev: string | null = null;
  private at = nextStamp(0, []);

  constructor(
    readonly centre: TestCentre,
    readonly pkcs8: Uint8Array = keyFor('wire', process.pid, performance.now(), (count += 1)),
  ) {
    this.key = stationKey(pkcs8);
    this.box = boxKeyOf(pkcs8).public;
  }

  static async admitted(centre: TestCentre, organisation: string): Promise<WireStation> {
    const station = new WireStation(centre);
    await station.enrol();
    await centre.admit(station.key.station, organisation);
    await station.begin();
    return station;
  }

  async enrol(): Promise<WireAnswer> {
    const asked = { station: this.key.station, box: this.box, room: '调解室三', organisation: '示例' };
    return this.ask('POST', '/v1/enrolment', { ...asked, signature: this.key.sign(enrolmentText(asked)) });
  }

  /** Begins a session; the answer of the last step when it is refused. */
  async begin(): Promise<WireAnswer> {
    const asked = await this.ask('POST', '/v1/session/challenge', { station: this.key.station });
    if (asked.status !== 200) return asked;
    const { challenge, centre } = challengeAnswer.parse(asked.body);
    const signature = this.key.sign(sessionText(centre, challenge));
    const answer = await this.ask('POST', '/v1/session', { station: this.key.station, challenge, signature });
    if (answer.status === 200) this.token = sessionAnswer.parse(answer.body).token;
    return answer;
  }

  /** The next entry of its chain. */
  write(subject: string, data: Record<string, unknown> = { set: { facts: '一' } }, kind = 'case-set'): Entry {
    this.at = nextStamp(this.centre.now, [this.at]);
    const entry = sealEntry(
      {
        v: 1,
        subject,
        kind,
        data,
        account: 'chen',
        station: this.key.station,
        at: this.at,
        after: [],
        seq: this.seq + 1,
        prev: this.prev,
      },
      this.key,
    );
    [this.seq, this.prev] = [entry.seq, entry.id];
    return entry;
  }

  async send(entries: readonly unknown[]): Promise<SendAnswer> {
    const answer = await this.ask('POST', '/v1/entries', { entries });
    if (answer.status !== 200) throw new Error(`refused: ${answer.status} ${answer.text}`);
    return sendAnswer.parse(answer.body);
  }

  async ask(
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<WireAnswer> {
    const raw = body instanceof Uint8Array;
    const answer = await this.centre.app.inject({
      method,
      url,
      headers: {
        ...(this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
        ...(body === undefined ? {} : { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: raw ? Buffer.from(body) : JSON.stringify(body) }),
    });
    const text = answer.payload;
    return { status: answer.statusCode, headers: answer.headers, body: jsonOf(text), text };
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

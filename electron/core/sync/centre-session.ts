import { challengeAnswer, sessionAnswer, sessionText, type SessionAnswer } from '../domain/wire/session';
import { SyncStopped } from './centre-errors';
import type { CentreLine } from './centre-line';
import type { SyncStore } from './sync-store';

/**
 * The session with the centre（会话）: challenge, signature, token. The token lives in memory only.
 * Promises: a session begins only with the centre of the enrolment; another key is `other-centre`, and nothing but this
 * workstation's public key was told to it. Proved by test/unit/sync/centre-client.test.ts.
 */
export class CentreSession {
  private open: string | null = null;

  constructor(
    private readonly line: CentreLine,
    private readonly identity: Pick<SyncStore, 'station' | 'sign'>,
    /** Ed25519 key of the centre, from the enrolment. */
    private readonly pinned: string,
  ) {}

  /** Begins a session anew. Rejects with SyncStopped `other-centre`, `waiting-for-admission`, `revoked`, `forked`. */
  async begin(signal?: AbortSignal): Promise<SessionAnswer> {
    this.open = null;
    const { station } = this.identity;
    const post = { method: 'POST', signal } as const;
    const asked = { ...post, path: '/v1/session/challenge', body: JSON.stringify({ station }) };
    const { challenge, centre } = await this.line.json(asked, challengeAnswer);
    if (centre !== this.pinned) throw new SyncStopped({ kind: 'other-centre' });
    const body = JSON.stringify({ station, challenge, signature: this.identity.sign(sessionText(centre, challenge)) });
    const answer = await this.line.json({ ...post, path: '/v1/session', body }, sessionAnswer);
    this.open = answer.token;
    return answer;
  }

  /** Header of requests in the session; begins one where there is none. */
  async header(signal?: AbortSignal): Promise<Readonly<Record<string, string>>> {
    const token = this.open ?? (await this.begin(signal)).token;
    return { authorization: `Bearer ${token}` };
  }

  /** The centre does not know the token any more. */
  forget(): void {
    this.open = null;
  }
}

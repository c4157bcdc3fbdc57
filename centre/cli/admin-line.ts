import http from 'node:http';
import https from 'node:https';
import { z } from 'zod';
import type { AdminWay } from './admin-files';
import { CommandRefused } from './output';

/** Milliseconds of silence after which the service is given up; sticks hold recordings. */
const SILENCE = 60_000;
const SILENCE_STICK = 3_600_000;

const refusal = z.object({ zh: z.string(), en: z.string() });

/**
 * Asks the service on this machine to do something. Resolves to its answer. Throws CommandRefused with the service's words,
 * or when it cannot be reached or does not know the token.
 */
export async function ask(way: AdminWay, operation: string, input: unknown): Promise<unknown> {
  const { status, text } = await post(
    way,
    `/admin/v1/${operation}`,
    JSON.stringify(input),
    operation.startsWith('stick-') ? SILENCE_STICK : SILENCE,
  );
  const body = parsed(text);
  if (status === 200) return body;
  const words = refusal.safeParse(body);
  if (words.success) throw new CommandRefused(words.data.zh, words.data.en);
  if (status === 404) {
    throw new CommandRefused(
      '中心不接受此令牌，或请求不是从中心本机发出',
      'The centre does not accept this token, or the request did not come from its own machine',
    );
  }
  throw new CommandRefused(`中心未能完成（${status}）`, `The centre could not do it (${status})`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function post(
  way: AdminWay,
  place: string,
  body: string,
  silence: number,
): Promise<{ readonly status: number; readonly text: string }> {
  const url = new URL(place, way.url);
  const headers = {
    authorization: `Bearer ${way.token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const away = (cause: Error): void =>
      reject(
        new CommandRefused(
          `无法连接 ${url.origin}，中心是否在运行？`,
          `Cannot reach ${url.origin}: is the centre running?`,
          {
            cause,
          },
        ),
      );
    const options = { method: 'POST', headers, timeout: silence };
    const request =
      url.protocol === 'https:' ? https.request(url, { ...options, ...trust(way) }) : http.request(url, options);
    request.on('error', away);
    request.on('timeout', () => request.destroy(new Error('silent')));
    request.on('response', (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', away);
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }));
    });
    request.end(body);
  });
}

/** The very certificate that the service was started with; its name is that of the public address, not of the loopback. */
const trust = ({ certificate }: AdminWay): https.RequestOptions & { readonly allowPartialTrustChain?: boolean } =>
  certificate === null ? {} : { ca: certificate, allowPartialTrustChain: true, checkServerIdentity: () => undefined };

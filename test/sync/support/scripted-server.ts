import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Certificate } from './certificates';

export interface Asked {
  /** From 1. */
  readonly number: number;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The connection is reset after this many bytes of the body, whose whole length was announced. */
  readonly cutAfter?: number;
}

/** `pass`: the real service answers. `silent`: nothing comes, the line stays open. `hang-up`: reset without a word. */
export type Line = Reply | 'pass' | 'silent' | 'hang-up' | { readonly after: (answer: Reply) => Reply };

/**
 * A server that answers by a script（脚本服务器）: the real service behind it, and single faults in front of it. What it was
 * asked is kept in `asked`.
 */
export class ScriptedServer {
  readonly asked: Asked[] = [];
  script: (asked: Asked) => Line = () => 'pass';

  private constructor(
    private readonly server: http.Server,
    private readonly secure: boolean,
    public app: FastifyInstance | null,
  ) {}

  static async start(app: FastifyInstance | null, tls?: Certificate, port = 0): Promise<ScriptedServer> {
    const server = tls ? https.createServer({ cert: tls.cert, key: tls.key }) : http.createServer();
    const scripted = new ScriptedServer(server, tls !== undefined, app);
    server.on('request', (request: http.IncomingMessage, response: http.ServerResponse) => {
      scripted.answer(request, response).catch(() => response.destroy());
    });
    server.on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return scripted;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `${this.secure ? 'https' : 'http'}://127.0.0.1:${this.port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const asked: Asked = {
      number: this.asked.length + 1,
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(pieces),
    };
    this.asked.push(asked);
    const line = this.script(asked);
    if (line === 'silent') return;
    if (line === 'hang-up') {
      request.socket.resetAndDestroy();
      return;
    }
    if (line === 'pass') this.write(response, await this.pass(asked));
    else if ('after' in line) this.write(response, line.after(await this.pass(asked)));
    else this.write(response, line);
  }

  private async pass(asked: Asked): Promise<Reply> {
    if (!this.app) return { status: 404 };
    const answer = await this.app.inject({
      method: asked.method,
      url: asked.path,
      headers: asked.headers,
      ...(asked.body.length > 0 ? { payload: asked.body } : {}),
    });
    const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const);
    return { status: answer.statusCode, headers: Object.fromEntries(headers), body: answer.rawPayload };
  }

  private write(response: http.ServerResponse, { status, headers = {}, body = '', cutAfter }: Reply): void {
    const bytes = Buffer.from(body);
    const own = Object.entries(headers).filter(
      ([name]) => !['connection', 'transfer-encoding', 'content-length', 'keep-alive'].includes(name.toLowerCase()),
    );
    const length = status === 204 ? {} : { 'content-length': String(bytes.length) };
    response.writeHead(status, { ...Object.fromEntries(own), ...length });
    if (cutAfter === undefined) response.end(bytes);
    else response.write(bytes.subarray(0, cutAfter), () => response.socket?.resetAndDestroy());
  }
}

import net from 'node:net';

/** What happens to one connection. Bytes are counted from its beginning, per direction. */
export interface CutPlan {
  /** After this many bytes from the client the connection is reset. */
  readonly up?: number;
  /** After this many bytes from the service. */
  readonly down?: number;
  /** Passes on no byte of the service's after this many, and keeps the connection open. */
  readonly silentAfter?: number;
  /** Milliseconds that each piece waits. */
  readonly delay?: number;
}

/** A TCP proxy（可断线代理）that stands between a room and the centre and cuts where its plan says, at any byte. */
export class CuttingProxy {
  /** Asked at each new connection, numbered from 1. */
  plan: (connection: number) => CutPlan = () => ({});
  /** New connections are refused while true. */
  down = false;
  /** Bytes passed on since the start. */
  readonly bytes = { up: 0, down: 0 };
  connections = 0;
  cuts = 0;
  private readonly open = new Set<net.Socket>();

  private constructor(
    private readonly server: net.Server,
    public target: { readonly host: string; readonly port: number },
  ) {}

  static async start(target: { readonly host: string; readonly port: number }): Promise<CuttingProxy> {
    const server = net.createServer();
    const proxy = new CuttingProxy(server, target);
    server.on('connection', (client) => proxy.connect(client));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.server.address() as net.AddressInfo).port;
  }

  /** Resets all connections. */
  dropAll(): void {
    for (const socket of this.open) socket.resetAndDestroy();
  }

  async close(): Promise<void> {
    this.dropAll();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private connect(client: net.Socket): void {
    if (this.down) {
      client.resetAndDestroy();
      return;
    }
    const plan = this.plan((this.connections += 1));
    const service = net.connect(this.target);
    const both = [client, service];
    for (const socket of both) {
      socket.setNoDelay(true);
      this.open.add(socket);
      socket.on('close', () => this.open.delete(socket));
      socket.on('error', () => both.forEach((one) => one.destroy()));
    }
    const cut = (): void => {
      this.cuts += 1;
      both.forEach((one) => one.resetAndDestroy());
    };
    this.pass(client, service, 'up', plan.up ?? Infinity, Infinity, plan.delay ?? 0, cut);
    this.pass(service, client, 'down', plan.down ?? Infinity, plan.silentAfter ?? Infinity, plan.delay ?? 0, cut);
  }

  private pass(
    from: net.Socket,
    to: net.Socket,
    direction: 'up' | 'down',
    cutAt: number,
    silentAt: number,
    delay: number,
    cut: () => void,
  ): void {
    let passed = 0;
    from.on('data', (piece) => {
      const rest = piece.subarray(0, Math.max(0, Math.min(cutAt, silentAt) - passed));
      passed += piece.length;
      this.bytes[direction] += rest.length;
      const go = (): void => {
        if (rest.length > 0 && !to.destroyed) to.write(rest);
        // The bytes before the cut have to arrive: a reset at once would take them back.
        if (passed >= cutAt) setImmediate(cut);
      };
      if (delay > 0) setTimeout(go, delay);
      else go();
    });
    from.on('end', () => {
      if (!to.destroyed) to.end();
    });
  }
}

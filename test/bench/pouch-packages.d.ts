/** The peer's packages bring no types; test/bench/pouch.ts says what it uses of them. */
declare module 'pouchdb' {
  const pouch: unknown;
  export = pouch;
}
declare module 'express-pouchdb' {
  const server: (pouch: unknown, options: Record<string, unknown>) => unknown;
  export = server;
}
declare module 'express' {
  interface Listening {
    readonly address: () => { readonly port: number };
  }
  const express: () => {
    readonly use: (handler: unknown) => void;
    readonly listen: (port: number, host: string, ready: () => void) => Listening;
  };
  export = express;
}

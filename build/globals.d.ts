/** The version in package.json, put in by the build (build/vite.node.ts) and by the tests (build/vitest.config.ts). */
declare const __APP_VERSION__: string;

/** A migration of the centre as text. */
declare module '*.sql?raw' {
  const text: string;
  export { text as default };
}

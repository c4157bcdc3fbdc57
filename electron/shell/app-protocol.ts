import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';

/** Where the window's pages come from; `file://` blocks module scripts and gives every file one origin. */
export const ORIGIN = 'app://bundle';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/** Nothing from outside, no inline script; styles that the interface makes carry the nonce of their page. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/**
 * Serves the built window from `rendererDir`, and fonts from `fontsDir` under /fonts/. Anything outside them is refused,
 * however the path is written (test/e2e/isolation.spec.ts).
 */
export function serveApp(rendererDir: string, fontsDir: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'bundle' || request.method !== 'GET') return refuse(404);
    const file = fileOf(url.pathname, rendererDir, fontsDir);
    if (file === null) return refuse(403);
    const bytes = await readFile(file).catch(() => null);
    if (bytes === null) return refuse(404);
    const nonce = randomBytes(16).toString('base64');
    const html = path.extname(file) === '.html';
    const body = html ? bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce) : new Uint8Array(bytes);
    return new Response(body, {
      headers: {
        'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
        'content-security-policy': policy(nonce),
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': html ? 'no-store' : 'max-age=3600',
      },
    });
  });
}

function fileOf(pathname: string, rendererDir: string, fontsDir: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const [root, rest] = decoded.startsWith('/fonts/')
    ? [fontsDir, decoded.slice('/fonts'.length)]
    : [rendererDir, decoded];
  const file = path.join(root, path.normalize(rest === '/' ? '/index.html' : rest));
  return file.startsWith(root + path.sep) ? file : null;
}

const refuse = (status: number): Response => new Response(null, { status });

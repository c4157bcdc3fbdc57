import { benchLoad } from './load';
import { serve } from './serve';
import { benchSync } from './sync';

/**
 * `sync [--cases N] [--runs N] [--only KIND] [--out FILE]`: entries out and in, ours and PouchDB, in one run.
 * `load [--seconds N] [--listeners N] [--pglite] [--out FILE]`: rooms and workstations of banks for a week's work.
 * `serve KIND PLACE`: one server, for the two above.
 */
const [what = '', ...words] = process.argv.slice(2);

function option(name: string, usual: number): number {
  const at = words.indexOf(`--${name}`);
  return at < 0 ? usual : Number(words[at + 1]);
}
function word(name: string): string | null {
  const at = words.indexOf(`--${name}`);
  return at < 0 ? null : (words[at + 1] ?? null);
}
const out = word('out');

if (what === 'serve') await serve(words[0] ?? '', words[1] ?? '');
else if (what === 'sync')
  await benchSync({ cases: option('cases', 10_000), runs: option('runs', 3), only: word('only'), out });
else if (what === 'load') {
  const sizes = { seconds: option('seconds', 300), listeners: option('listeners', 1_500) };
  await benchLoad({ ...sizes, pglite: words.includes('--pglite'), out });
} else {
  console.error('npm run bench -- sync [--cases N] [--runs N] | load [--seconds N] [--listeners N] [--pglite]');
  process.exitCode = 2;
}

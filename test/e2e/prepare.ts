import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { chooseHost, root } from './host';

/** Before the first spec: builds the stand-in when it is the one that will run. */
function prepare(): void {
  const host = chooseHost();
  if (host.name === 'stand-in')
    execFileSync(process.execPath, [path.join(root, 'build/standin.mjs')], { stdio: 'inherit' });
}

// Playwright takes the default export of its setup file.
// eslint-disable-next-line no-restricted-syntax -- Playwright's interface, like a tool's configuration
export default prepare;

import path from 'node:path';
import { buildStandin, standinFolder } from '../../build/standin.mjs';

// Exits with 1, naming each member that does not fit, in either direction (see conformance/check.ts).
await buildStandin();
await import(path.join(standinFolder, 'lib/check.cjs'));

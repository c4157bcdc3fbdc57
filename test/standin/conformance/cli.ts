/** `node test/standin/check.mjs`: holds the stand-in against Electron's typings, and the app against the stand-in. */
import { appProblems, standinProblems } from './check';

const problems = [...standinProblems(), ...appProblems()];
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'the stand-in and the app fit' : `${problems.length} problem(s)`);
process.exitCode = problems.length === 0 ? 0 : 1;

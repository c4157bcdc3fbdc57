import type { DocumentProblem, RenderRequest } from '../rendered';
import { agreementNumberProblems, agreementProblems, bothSidesProblems, factsProblems } from './agreement-problems';
import { conflictProblems } from './conflict-problems';
import { notReady } from './not-ready';

/** Fields of the journal that F12 prints; an unsettled conflict in one of them stops the print. */
const PRINTED_FIELDS = /^(agreement\.|party\.(?!.*\.namePinyin$)|number$|case\.(facts|mediators|recorder|sample)$)/u;

const ORAL = notReady(
  '达成的是口头协议，应使用人民调解口头协议登记表（F13）；需要协议书的，请改为书面协议。',
  'The agreement is oral: use F13, or change it to a written one.',
  'agreement.form',
);

/** What is missing to print F12 人民调解协议书 (人民调解法 Art. 29; domain.md F12). Empty when it can be printed. */
export const f12Problems = (request: RenderRequest): readonly DocumentProblem[] => [
  ...bothSidesProblems(request),
  ...factsProblems(request),
  ...agreementProblems(request, 'written', ORAL),
  ...conflictProblems(request.state, PRINTED_FIELDS),
  ...agreementNumberProblems(request),
];

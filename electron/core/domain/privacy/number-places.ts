import type { CaseState, Payment } from '../case/case-state';
import { DOCUMENT_TYPES, type DocumentType } from '../case/vocabulary';
import { maskAccountText, maskDocument, maskTelephone } from './masks';

/** Where a number of somebody stands in a case（个人号码所在）. */
export interface NumberPlace {
  /** Register path with what follows inside of its value: `party.ke.representatives.0.phone`. */
  readonly path: string;
  /** Key of the party whose it is: whoever shows that party's numbers sees it. Null where the case does not say whose. */
  readonly owner: string | null;
  /** Row of a list and what tells this row from others; the same for two versions of one row. Null outside of lists. */
  readonly row: { readonly index: number; readonly mark: string } | null;
  readonly mask: (value: string) => string;
}

/** Gives what shall stand at a place instead of its text. */
export type Visit = (text: string, place: NumberPlace) => string;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The own fields of papers that hold numbers, by form. `owner` says whose: of the paper's party, or a side of its payment. */
const PAPER_NUMBERS: Readonly<
  Record<string, Readonly<Record<string, { mask: (text: string) => string; owner: 'of' | 'payer' | 'payee' | null }>>>
> = {
  F14: {
    payerAccount: { mask: maskAccountText, owner: 'payer' },
    payeeAccount: { mask: maskAccountText, owner: 'payee' },
  },
  F19: {
    phone: { mask: maskTelephone, owner: 'of' },
    receiverPhone: { mask: maskTelephone, owner: 'of' },
    receiverDocument: { mask: (text) => maskDocument('resident-id', text), owner: 'of' },
  },
  E01: { cardNumber: { mask: maskAccountText, owner: null } },
};

/**
 * A value of one register with every number of people in it replaced by what `visit` gives: identity papers and telephones
 * of a party and its agents, accounts of payments, and those that F14, F19 and E01 ask for. Everything else, and what has
 * an unexpected shape, stays as it is. `payments` are those that F14 counts, from 1.
 */
export function overNumbers(path: string, value: unknown, payments: readonly Payment[], visit: Visit): unknown {
  const [head = '', key = '', field = '', name = ''] = path.split('.');
  const at = (owner: string | null, mask: NumberPlace['mask']): NumberPlace => ({ path, owner, row: null, mask });
  if (head === 'party' && field === 'document') return overDocument(value, at(key, String), visit);
  if (head === 'party' && field === 'phone') return overText(value, at(key, maskTelephone), visit);
  if (head === 'party' && field === 'representatives') return overAgents(value, path, key, visit);
  if (path === 'agreement.payments') return overPayments(value, path, visit);
  if (head !== 'paper') return value;
  const form = Object.hasOwn(PAPER_NUMBERS, key) ? PAPER_NUMBERS[key] : undefined;
  const spec = form && Object.hasOwn(form, name) ? form[name] : undefined;
  if (!spec) return value;
  return overText(value, at(ownerOf(spec.owner, field, payments), spec.mask), visit);
}

function ownerOf(owner: 'of' | 'payer' | 'payee' | null, of: string, payments: readonly Payment[]): string | null {
  if (owner === 'of' || owner === null) return owner && of;
  return payments[Number(of) - 1]?.[owner] ?? null;
}

const overText = (value: unknown, place: NumberPlace, visit: Visit): unknown =>
  typeof value === 'string' && value !== '' ? visit(value, place) : value;

const TYPES: ReadonlySet<unknown> = new Set(DOCUMENT_TYPES);

function overDocument(value: unknown, place: NumberPlace, visit: Visit): unknown {
  if (!isFields(value)) return value;
  const type = TYPES.has(value['type']) ? (value['type'] as DocumentType) : 'other';
  const mask = (text: string): string => maskDocument(type, text);
  return withField(value, 'number', (each) => overText(each, { ...place, path: `${place.path}.number`, mask }, visit));
}

const overRows = (value: unknown, over: (row: Fields, index: number) => Fields): unknown =>
  Array.isArray(value) ? value.map((row: unknown, index) => (isFields(row) ? over(row, index) : row)) : value;

/** Only what is there is replaced: no field comes into being. */
const withField = (row: Fields, name: string, over: (value: unknown) => unknown): Fields =>
  row[name] === undefined ? row : { ...row, [name]: over(row[name]) };

const overAgents = (value: unknown, path: string, owner: string, visit: Visit): unknown =>
  overRows(value, (agent, index) => {
    const place = (name: string): NumberPlace => ({
      path: `${path}.${index}.${name}`,
      owner,
      row: { index, mark: String(agent['name']) },
      mask: maskTelephone,
    });
    const withPaper = withField(agent, 'document', (each) => overDocument(each, place('document'), visit));
    return withField(withPaper, 'phone', (each) => overText(each, place('phone'), visit));
  });

const overPayments = (value: unknown, path: string, visit: Visit): unknown =>
  overRows(value, (payment, index) => {
    const { payee, dueOn } = payment;
    const place: NumberPlace = {
      path: `${path}.${index}.account`,
      owner: typeof payee === 'string' ? payee : null,
      row: { index, mark: `${String(payee)} ${String(dueOn)}` },
      mask: maskAccountText,
    };
    return withField(payment, 'account', (each) => overText(each, place, visit));
  });

/** All registers of a case in which numbers of people stand, with the value that stands there. */
export function numberRegisters(state: CaseState): readonly (readonly [path: string, value: unknown])[] {
  return [
    ...state.parties.flatMap(({ key, document, phone, representatives }) => [
      [`party.${key}.document`, document] as const,
      [`party.${key}.phone`, phone] as const,
      [`party.${key}.representatives`, representatives] as const,
    ]),
    ['agreement.payments', state.agreement?.payments] as const,
    ...state.papers.flatMap(({ form, of, fields }) =>
      Object.keys(PAPER_NUMBERS[form] ?? {}).map((name) => [`paper.${form}.${of}.${name}`, fields[name]] as const),
    ),
  ];
}

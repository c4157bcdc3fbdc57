import type { Texts } from '../../locales/zh-CN';

/** The label of a field by its path, e.g. `party.respondent-1.address` is 住址; an unknown one is shown as it is. */
export function fieldName(path: string, t: Texts): string {
  const parts = path.split('.');
  const last = parts.at(-1) ?? path;
  const names: Readonly<Record<string, string>> = {
    ...pick(t.dispute),
    amountFen: t.dispute.amount,
    ...(parts[0] === 'party' ? { ...pick(t.party), document: t.party.documentNumber } : {}),
    ...(parts[0] === 'session' ? pick(t.sessions) : {}),
    ...(parts[0] === 'agreement' ? { ...pick(t.agreement), payments: t.payments.title } : {}),
    ...(parts[0] === 'ending' ? pick(t.caseTexts.ending) : {}),
    ...(parts[0] === 'signature' ? { [last]: t.documents.signatures } : {}),
    number: t.agreement.number,
  };
  return names[last] ?? path;
}

const pick = (texts: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));

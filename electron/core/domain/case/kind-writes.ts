import type { Writes } from '../journal/registers';
import type { CaseKind } from './entry-kinds';

const setWrites = (prefix: string, set: Readonly<Record<string, unknown>>): Writes =>
  Object.entries(set).map(([name, value]) => [`${prefix}.${name}`, value ?? null] as const);

/** The fields that an entry of a known kind writes; documents and printings are events and write none. */
export function writesOfKind(kind: CaseKind, data: Readonly<Record<string, unknown>>): Writes {
  const set = (data['set'] ?? {}) as Record<string, unknown>;
  switch (kind) {
    case 'case-set':
      return setWrites('case', set);
    case 'party-set':
      return setWrites(`party.${String(data['party'])}`, set);
    case 'session-set':
      return setWrites(`session.${String(data['session'])}`, set);
    case 'agreement-set':
      return setWrites('agreement', set);
    case 'ending-set':
      return setWrites('ending', set);
    case 'number-given':
      return [[typeof data['paper'] === 'string' ? `numbers.${data['paper']}` : 'number', data['number'] ?? null]];
    case 'signature-set': {
      const { on, at, signer } = data;
      return [[`signature.${String(data['by'])}`, { on, ...(at ? { at } : {}), ...(signer ? { signer } : {}) }]];
    }
    case 'approval-set':
      return [[`approval.${String(data['matter'])}.${String(data['by'])}`, data['on'] ?? null]];
    case 'paper-set':
      return setWrites(`paper.${String(data['form'])}.${String(data['of'])}`, set);
    case 'evidence-set':
      return setWrites(`evidence.${String(data['evidence'])}`, set);
    case 'attachment-set':
      return setWrites(`attachment.${String(data['attachment'])}`, set);
    case 'archive-set':
      return setWrites('archive', set);
    case 'transfer-answer-set':
      return setWrites(`transfer.${String(data['transfer'])}`, set);
    case 'transfer-made':
    case 'document-issued':
    case 'document-sent':
    case 'document-printed':
      return [];
  }
}

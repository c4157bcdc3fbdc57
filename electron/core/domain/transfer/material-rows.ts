import type { CaseState, Party } from '../case/case-state';
import type { TransferType } from '../case/vocabulary';
import { at } from '../checks/field-problem';
import { problemOf } from '../checks/problem';
import type { TransferGroup } from './groups';
import { row, type TransferRow } from './transfer-row';

/** Evidence lists with the evidence behind them; a filing without any is refused (民事诉讼法 Art. 124). */
export function evidenceRows(state: CaseState, nameOf: (party: Party) => string): readonly TransferRow[] {
  const owners = state.parties.filter((party) => state.evidence.some((item) => item.by === party.key));
  if (owners.length === 0) {
    return [
      row(state, 'evidence', {
        required: true,
        missing: at(
          'evidence',
          problemOf(
            'no-evidence',
            '没有登记证据，起诉应当附证据和证据来源。',
            'No evidence is entered; a complaint needs evidence and where it comes from.',
          ),
        ),
      }),
    ];
  }
  return owners.map((party) => {
    const items = state.evidence.filter((item) => item.by === party.key);
    const scansOf = (key: string) => state.attachments.filter((each) => each.role === 'evidence' && each.of === key);
    const bare = items.filter((item) => scansOf(item.key).length === 0).map((item) => item.name);
    return row(state, 'evidence', {
      about: nameOf(party),
      required: party.side === 'applicant',
      papers: [{ form: 'F10', of: party.key }],
      attachments: items.flatMap((item) => scansOf(item.key)),
      ...(bare.length > 0
        ? {
            note: problemOf(
              'evidence-without-scan',
              `${bare.join('、')}没有扫描件，请随纸质材料移送。`,
              `No scan of: ${bare.join(', ')}; hand them over on paper.`,
            ),
          }
        : {}),
    });
  });
}

/** Where an attachment of the role `other` goes: its `of` names the group, everything else is 其他材料. */
function groupOf(of: string): TransferGroup {
  return of === 'preservation' || of === 'appraisal' ? of : 'other';
}

/** What may be added: preservation and appraisal for a filing, other material for both (domain.md 4.4). */
export function materialRows(state: CaseState, type: TransferType): readonly TransferRow[] {
  const groups = type === 'filing' ? (['preservation', 'appraisal', 'other'] as const) : (['other'] as const);
  const others = state.attachments.filter((each) => each.role === 'other');
  return groups.map((group) => {
    const attachments = others.filter((each) => type !== 'filing' || groupOf(each.of) === group);
    return row(state, group, {
      required: false,
      attachments,
      ...(attachments.length > 0 ? {} : { absent: problemOf('none', '没有此项材料。', 'There is none.') }),
    });
  });
}

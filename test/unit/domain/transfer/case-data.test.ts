import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../../electron/core/domain/case/case-state';
import { transferCase, transferCaseSchema } from '../../../../electron/core/domain/transfer/case-data';
import { complaintFigures } from '../../../../electron/core/domain/transfer/complaint-data';
import { contentLines, manifestSchema } from '../../../../electron/core/domain/transfer/manifest';
import { sampleCase } from '../../../fixtures/documents/sample-case';

const facts = { transferId: 'la-1', type: 'filing', court: '刺桐区人民法院（示例）' } as const;
const asJson = (state: CaseState, of: Parameters<typeof transferCase>[1]): Record<string, unknown> =>
  JSON.parse(JSON.stringify(transferCase(state, of))) as Record<string, unknown>;

describe('case.json', () => {
  it('of case G says the elements in yuan and nothing of what was said in the sessions', () => {
    const { state } = sampleCase('g');
    const data = asJson(state, facts);
    expect(transferCaseSchema.safeParse(data).success).toBe(true);
    expect(data).toMatchObject({
      amount: '45632.18',
      elements: { form: 'E01', principal: '38900.00', interest: '4210.55', penalty: '1945.00', total: '45632.18' },
      ending: { reason: 'too-far-apart', on: '2024-06-05' },
    });
    expect(JSON.stringify(data)).not.toContain('违约金可以减半');
    expect(data['agreement']).toBeUndefined();
  });

  it('of case A carries the agreement with its plan in yuan and its day of effect', () => {
    const { state } = sampleCase('a');
    const data = asJson(state, { ...facts, type: 'confirmation' });
    expect(data['agreement']).toMatchObject({ effectiveOn: '2024-04-25', form: 'written' });
    const { payments } = data['agreement'] as { payments: { amount: string; dueOn: string }[] };
    expect(payments.at(-1)).toMatchObject({ amount: '827.82', dueOn: '2026-04-30' });
    expect(data['elements']).toBeUndefined();
  });
});

describe('the sums of a complaint', () => {
  it('are those that a person typed, all or none of them', () => {
    const { state } = sampleCase('g');
    const typed: CaseState = { ...state, papers: [{ form: 'E01', of: 'case', fields: { principal: 3_000_000 } }] };
    expect(complaintFigures(typed, 'E01')).toEqual({
      figures: { principal: 3_000_000 },
      from: 'typed',
      totalFen: 4_563_218,
    });
    expect(complaintFigures({ ...state, papers: [] }, 'E01').from).toBe('claims');
    expect(complaintFigures({ ...state, papers: [], amountFen: 1 }, 'E01')).toMatchObject({
      figures: {},
      from: 'none',
    });
  });
});

describe('the manifest', () => {
  const hash = 'a'.repeat(64);
  const file = { group: 'complaint', fileName: '02_起诉状.pdf', sha256: hash, pages: 1, bytes: 9, source: 'E01.case' };
  const manifest = {
    schemaVersion: 1,
    transferId: 'la-1',
    revision: 1,
    caseId: 'case-1',
    type: 'filing',
    court: '法院',
    createdAt: '2024-06-06T10:00:00+08:00',
    room: '调解室三',
    organisation: '委员会',
    files: [file],
    contentSha256: hash,
  };

  it('refuses a newer version and names that lead out of the folder', () => {
    expect(manifestSchema.safeParse(manifest).success).toBe(true);
    expect(manifestSchema.safeParse({ ...manifest, schemaVersion: 2 }).success).toBe(false);
    for (const fileName of ['../x.pdf', 'a/b.pdf', 'a\\b.pdf', '']) {
      expect(manifestSchema.safeParse({ ...manifest, files: [{ ...file, fileName }] }).success).toBe(false);
    }
  });

  it('hashes the content as sha256sum writes it, without letter and list', () => {
    const letter = { group: 'letter', fileName: '01_移送函.pdf', sha256: hash } as const;
    const list = { group: 'checklist', fileName: 'checklist.pdf', sha256: hash } as const;
    const complaint = { group: 'complaint', fileName: '02_起诉状.pdf', sha256: hash } as const;
    expect(contentLines([letter, complaint, list])).toBe(`${hash}  02_起诉状.pdf\n`);
  });
});

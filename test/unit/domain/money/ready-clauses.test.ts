import { describe, expect, it } from 'vitest';
import { checkAgreement } from '../../../../electron/core/domain/checks/agreement-check';
import { readyClause } from '../../../../electron/core/domain/money/ready-clauses';

describe('ready clauses', () => {
  it('state a debt and a reduction in figures and capitals of one amount', () => {
    expect(
      readyClause({
        kind: 'confirm-debt',
        asOf: '2024-04-10',
        debtFen: 2_137_645,
        detail: '本金18,600.00元、利息1,245.36元、违约金890.00元、分期手续费641.09元',
      }),
    ).toBe(
      '双方确认，截至2024年4月10日被申请人欠款共计人民币贰万壹仟叁佰柒拾陆元肆角伍分（￥21,376.45），其中本金18,600.00元、利息1,245.36元、违约金890.00元、分期手续费641.09元，币种均为人民币。',
    );
    expect(readyClause({ kind: 'reduction', waivedFen: 151_268, what: '', remainingFen: 1_986_377 })).toBe(
      '申请人减免人民币壹仟伍佰壹拾贰元陆角捌分（￥1,512.68）；被申请人应偿还人民币壹万玖仟捌佰陆拾叁元柒角柒分（￥19,863.77）。',
    );
  });

  it('leave blanks for what is not known, never a guess', () => {
    expect(readyClause({ kind: 'confirm-debt', detail: ' ' })).toBe(
      '双方确认，截至＿＿年＿＿月＿＿日被申请人欠款共计人民币＿＿元（￥＿＿），币种均为人民币。',
    );
    expect(readyClause({ kind: 'acceleration', days: '' })).toContain('超过＿＿日');
    expect(readyClause({ kind: 'joint-confirmation', court: '' })).toContain('向＿＿人民法院申请');
  });

  it('pass the linter when they are filled in', () => {
    const clauses = [
      readyClause({ kind: 'acceleration', days: '15' }),
      readyClause({ kind: 'joint-confirmation', court: '刺桐区人民法院（示例）' }),
    ];
    const findings = checkAgreement({ form: 'written', clauses, payments: [] }, ['a', 'b']);
    expect(findings.filter((finding) => finding.level === 'error')).toEqual([]);
  });
});

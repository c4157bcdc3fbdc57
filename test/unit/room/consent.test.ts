import { describe, expect, it } from 'vitest';
import { transferRequirements } from '../../../electron/core/domain/transfer/requirements';
import { deskFor, must, numbered } from './privacy-support';

const fill = (set: object) => [{ kind: 'paper-set', data: { form: 'F31', of: 'person', set } }];

describe('consent in the view of a case', () => {
  it('follows the papers, and a package for the court says where it is missing or taken back, and bars nothing', async () => {
    const desk = await deskFor();
    const { id, consents } = must(await desk.cases.create(numbered()));
    expect(consents).toMatchObject([{ party: 'person', name: '柯龙䶮', state: 'none', court: false }]);
    const write = async (set: object) => {
      const { state } = must(await desk.cases.open(id));
      const view = must(await desk.cases.write(id, state.heads, fill(set)));
      const rows = transferRequirements(view.state, 'confirmation', '刺桐区人民法院（示例）');
      const identity = rows.find(({ group }) => group === 'respondent');
      return { consent: view.consents[0], row: [identity?.state, identity?.reason?.code], words: identity?.reason?.zh };
    };
    const signed = { sensitive: true, court: true, recording: false, signedOn: '2024-04-02' };
    expect(await write({ court: true })).toMatchObject({
      consent: { state: 'asked', court: false },
      row: ['present', 'no-consent-for-court'],
    });
    expect(await write(signed)).toMatchObject({
      consent: { state: 'given', sensitive: true, court: true, recording: false },
      row: ['present', 'no-signed-scan'],
    });
    const withdrawn = await write({ withdrawnOn: '2024-04-20' });
    expect(withdrawn).toMatchObject({
      consent: { state: 'withdrawn', court: false },
      row: ['present', 'consent-for-court-withdrawn'],
    });
    expect(withdrawn.words).toContain('第十三条');
  });
});

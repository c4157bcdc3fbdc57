import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../centre/db/db';
import { testCentre, type TestCentre } from '../../fixtures/centre';
import { newCase, type CentreStation } from '../../fixtures/centre-station';

let centre: TestCentre;
let bank: CentreStation;
let foreign: CentreStation;
let other: string;
const subject = newCase();
beforeAll(async () => {
  centre = await testCentre();
  other = await centre.organisation('institution', centre.committee);
  bank = await centre.admit('某行一', centre.institution);
  foreign = await centre.admit('某行二', other);
  await bank.send([bank.write(subject, {}, { kind: 'document-issued', data: { sha256: 'cd'.repeat(32), bytes: 9 } })]);
  await bank.send([bank.write('room-settings', {})]);
});
afterAll(() => centre.close());

const count = async (actor: Actor, table: string, column = 'subject'): Promise<unknown> => {
  const rows = await centre.db.within(actor, ({ query }) =>
    query(`select count(*) as rows from ${table} where ${column} in ($1, 'room-settings')`, [subject]),
  );
  return rows[0]?.['rows'];
};
const as = ({ station }: CentreStation, organisation: string): Actor => ({ as: 'station', station, organisation });

describe('row-level security, behind the service’s own checks', () => {
  it('shows a workstation its organisation’s cases and its own journals', async () => {
    const actor = as(bank, centre.institution);
    expect(await count(actor, 'entry')).toBe(2);
    expect(await count(actor, 'feed')).toBe(2);
    expect(await count(actor, 'file_ref')).toBe(1);
  });

  it('shows another organisation nothing, whatever it asks', async () => {
    const actor = as(foreign, other);
    for (const table of ['entry', 'feed', 'file_ref']) expect(await count(actor, table)).toBe(0);
    const rows = await centre.db.within(actor, ({ query }) => query('select * from entry'));
    expect(rows).toEqual([]);
  });

  it('shows a colleague the case but not the workstation’s own journal', async () => {
    const colleague = await centre.admit('某行一乙', centre.institution);
    const actor = as(colleague, centre.institution);
    expect(await count(actor, 'entry')).toBe(1);
    expect(await count(actor, 'feed')).toBe(1);
  });

  it('shows the service nothing when no organisation is set', async () => {
    for (const table of ['entry', 'feed', 'file_ref']) expect(await count({ as: 'service' }, table)).toBe(0);
  });

  it('takes names as names, not as statements', async () => {
    const actor = as(bank, `${centre.institution}', true); set local role postgres; select ('`);
    expect(await count(actor, 'feed')).toBe(0);
  });

  it('lets the service change and remove nothing', async () => {
    const statements = [
      'delete from entry',
      'update entry set body = body',
      'delete from feed',
      'update membership set given = true',
      'delete from station_event',
      'truncate entry',
      `insert into epoch (id, why) values ('x', 'y')`,
      `insert into organisation (id, name, kind) values ('x', 'x', 'committee')`,
    ];
    for (const statement of statements) {
      const tried = centre.db.within(as(bank, centre.institution), ({ query }) => query(statement));
      await expect(tried).rejects.toThrow(/permission denied/);
    }
  });
});

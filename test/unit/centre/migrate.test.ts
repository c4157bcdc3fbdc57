import { describe, expect, it } from 'vitest';
import { migrate } from '../../../centre/db/migrate';
import { MIGRATIONS } from '../../../centre/db/migrations';
import { readCentreKeys } from '../../../centre/keys';
import { stationVerifier } from '../../../electron/core/crypto/signing-key';
import { sharedPglite } from '../../fixtures/embedded';

describe('the migration', () => {
  it('changes nothing when it is run again, also several times at once', async () => {
    const db = await sharedPglite();
    const state = () =>
      db.within({ as: 'admin' }, ({ query }) =>
        query(`select (select count(*) from schema_migration) as migrations, (select count(*) from epoch) as epochs,
          (select string_agg(encode(bytes, 'hex'), ',' order by name) from centre_key) as keys`),
      );
    const before = await state();
    expect(before[0]?.['migrations']).toBe(MIGRATIONS.length);
    await Promise.all([migrate(db), migrate(db), migrate(db)]);
    expect(await state()).toEqual(before);
  });

  it('refuses a database of a newer version', async () => {
    const db = await sharedPglite();
    const name = '9999-later';
    await db.within({ as: 'admin' }, ({ query }) => query('insert into schema_migration (name) values ($1)', [name]));
    await expect(migrate(db)).rejects.toThrow('newer version: 9999-later');
    await db.within({ as: 'admin' }, ({ query }) => query('delete from schema_migration where name = $1', [name]));
    await migrate(db);
  });

  it('makes keys that sign and stamp, for one purpose each', async () => {
    const keys = await readCentreKeys(await sharedPglite());
    expect(stationVerifier.verify(keys.station, 'word', keys.sign('word'))).toBe(true);
    const stamp = keys.stamp('session', 'text');
    expect(keys.stamped('session', 'text', stamp)).toBe(true);
    expect(keys.stamped('challenge', 'text', stamp)).toBe(false);
    expect(keys.stamped('session', 'texts', stamp)).toBe(false);
    expect(keys.stamped('session', 'text', 'short')).toBe(false);
  });
});

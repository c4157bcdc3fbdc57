import { z } from 'zod';
import type { CentreContext } from '../context';
import type { Queries } from '../db/db';
import { untilLocked } from '../entries/arrival-locks';
import { grant, withdraw } from '../membership/grant';
import { newestRules, publishRules, rulesDraft } from '../rules/rules';
import { readStickFile, stickReadInput, stickWriteInput, writeStickFile } from '../sticks/stick-operations';
import { admit, admitInput, revoke, revokeInput } from './admission';
import { beginEpoch, epochInput, presentEpoch } from './epochs';
import { startInput, startNumbers } from './numbers';
import { addInput, addOrganisation, needOrganisation, organisationId, organisations } from './organisations';
import { AdminRefused } from './refused';
import { release, releaseInput } from './release';
import { stationViews, type CentreNames } from './stations';
import { status } from './status';

/** One thing that an administrator can do: its input is checked, then it runs in one transaction as the administrator. */
export interface Operation {
  readonly run: (input: unknown, context: CentreContext) => Promise<unknown>;
}

const nothing = z.strictObject({});
const accessInput = z.strictObject({ case: z.string().regex(/^case-[a-z0-9-]{1,115}$/), organisation: organisationId });

interface Parts<T> {
  readonly input: T;
  readonly names: CentreNames;
  readonly sign: (text: string) => string;
}

/** `announce`: organisations whose feed may have grown. */
function operation<S extends z.ZodType>(
  schema: S,
  work: (queries: Queries, parts: Parts<z.output<S>>) => Promise<unknown>,
  announce: (result: unknown, input: z.output<S>) => readonly string[] = () => [],
): Operation {
  return {
    run: async (raw, { db, keys }) => {
      const parsed = schema.safeParse(raw);
      if (!parsed.success) throw wrongInput(parsed.error);
      const names = { centre: keys.station, centreBox: keys.box };
      const parts = { input: parsed.data, names, sign: keys.sign };
      const result = await untilLocked(() => db.within({ as: 'admin' }, (queries) => work(queries, parts)));
      for (const organisation of announce(result, parsed.data)) await db.announce(organisation);
      return result;
    },
  };
}

/** Like `operation`, for work that takes its own transactions. */
function longOperation<S extends z.ZodType>(
  schema: S,
  work: (context: CentreContext, input: z.output<S>) => Promise<unknown>,
): Operation {
  return {
    run: async (raw, context) => {
      const parsed = schema.safeParse(raw);
      if (!parsed.success) throw wrongInput(parsed.error);
      return work(context, parsed.data);
    },
  };
}

function wrongInput({ issues }: z.ZodError): AdminRefused {
  const field = issues[0]?.path.join('.') ?? '';
  const why = issues[0]?.message ?? '';
  return new AdminRefused('wrong-input', `“${field}”不符合要求：${why}`, `"${field}" does not fit: ${why}`);
}

const noSuchCase = (subject: string): AdminRefused =>
  new AdminRefused('no-such-case', `中心没有案件“${subject}”`, `The centre has no case "${subject}"`);

/** What an administrator can do（管理操作）, by the name in the address: POST /admin/v1/NAME. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  'organisation-add': operation(addInput, (queries, { input }) => addOrganisation(queries, input)),
  organisations: operation(nothing, async (queries) => ({ organisations: await organisations(queries) })),
  pending: operation(nothing, async (queries, { names }) => ({
    stations: (await stationViews(queries, names)).filter(({ state }) => state === 'asked'),
  })),
  stations: operation(nothing, async (queries, { names }) => ({ stations: await stationViews(queries, names) })),
  admit: operation(admitInput, (queries, { input, names }) => admit(queries, names, input)),
  revoke: operation(revokeInput, (queries, { input, names }) => revoke(queries, names, input)),
  grant: operation(
    accessInput,
    async (queries, { input }) => {
      await needOrganisation(queries, input.organisation);
      const entries = await grant(queries, { subject: input.case, organisation: input.organisation, by: 'admin' });
      if (entries === null) throw noSuchCase(input.case);
      return { ...input, entries };
    },
    (_result, { organisation }) => [organisation],
  ),
  withdraw: operation(accessInput, async (queries, { input }) => {
    await needOrganisation(queries, input.organisation);
    const done = await withdraw(queries, { subject: input.case, organisation: input.organisation, by: 'admin' });
    if (!done) throw noSuchCase(input.case);
    return input;
  }),
  release: operation(
    releaseInput,
    (queries, { input, names }) => release(queries, names, input),
    (result) => (result as Awaited<ReturnType<typeof release>>).organisations,
  ),
  epoch: operation(nothing, (queries) => presentEpoch(queries)),
  'epoch-new': operation(epochInput.required(), (queries, { input }) => beginEpoch(queries, input.why)),
  rules: operation(nothing, async (queries) => ({ package: await newestRules(queries) })),
  'rules-publish': operation(rulesDraft, async (queries, { input, sign }) => {
    const result = await publishRules(queries, input, sign);
    if ('published' in result) return { package: result.published };
    throw new AdminRefused(
      'version-not-higher',
      `版本须高于现行的 ${result.newest}`,
      `The version must be above ${result.newest}, which rooms have`,
    );
  }),
  'numbers-start': operation(startInput, (queries, { input }) => startNumbers(queries, input)),
  'stick-read': longOperation(stickReadInput, readStickFile),
  'stick-write': longOperation(stickWriteInput, writeStickFile),
  status: operation(nothing, (queries) => status(queries)),
};

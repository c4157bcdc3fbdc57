import { z } from 'zod';
import type { Queries } from '../db/db';
import { AdminRefused } from './refused';

export const organisationId = z.string().regex(/^[a-z0-9-]{1,60}$/);
export const ORGANISATION_KINDS = ['committee', 'institution', 'mediator'] as const;

export const addInput = z.strictObject({
  id: organisationId,
  name: z.string().trim().min(1).max(200),
  kind: z.enum(ORGANISATION_KINDS),
  /** The committee that an institution or a mediator works under. */
  committee: organisationId.optional(),
});

export const organisationRow = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  committee: z.string().nullable(),
});
export type OrganisationRow = z.infer<typeof organisationRow>;

/** Adds an organisation（机构）: a committee（调委会）, or an institution or mediator under one. It stays for ever. */
export async function addOrganisation(queries: Queries, input: z.infer<typeof addInput>): Promise<OrganisationRow> {
  const { id, name, kind, committee = null } = input;
  if ((kind === 'committee') !== (committee === null)) {
    throw kind === 'committee'
      ? new AdminRefused(
          'committee-alone',
          '调委会不隶属于其他调委会，请去掉 --committee',
          'A committee has no --committee',
        )
      : new AdminRefused(
          'committee-needed',
          '机构和调解员须用 --committee 指明所属调委会',
          'Name its committee by --committee',
        );
  }
  if (committee !== null && (await organisationOf(queries, committee))?.kind !== 'committee') {
    throw new AdminRefused('no-such-committee', `没有调委会“${committee}”`, `There is no committee "${committee}"`);
  }
  const rows = await queries.query(
    `insert into organisation (id, name, kind, committee) values ($1, $2, $3, $4)
     on conflict (id) do nothing returning id, name, kind, committee`,
    [id, name, kind, committee],
  );
  if (!rows[0]) throw new AdminRefused('id-taken', `代号“${id}”已被使用`, `The id "${id}" is taken`);
  return organisationRow.parse(rows[0]);
}

export async function organisationOf(queries: Queries, id: string): Promise<OrganisationRow | null> {
  const rows = await queries.query('select id, name, kind, committee from organisation where id = $1', [id]);
  return rows[0] ? organisationRow.parse(rows[0]) : null;
}

/** The organisation, or a refusal in words. */
export async function needOrganisation(queries: Queries, id: string): Promise<OrganisationRow> {
  const found = await organisationOf(queries, id);
  if (!found) throw new AdminRefused('no-such-organisation', `没有机构“${id}”`, `There is no organisation "${id}"`);
  return found;
}

export async function organisations(queries: Queries): Promise<readonly OrganisationRow[]> {
  const rows = await queries.query(
    'select id, name, kind, committee from organisation order by coalesce(committee, id), committee nulls first, id',
  );
  return rows.map((row) => organisationRow.parse(row));
}

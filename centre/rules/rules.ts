import { z } from 'zod';
import { canonicalJson } from '../../electron/core/domain/journal/canonical';
import { isCalendarDate } from '../../electron/core/domain/time/calendar-date';
import { rulesData, rulesPackage, rulesText, type RulesPackage } from '../../electron/core/domain/wire/rules';
import type { Queries } from '../db/db';

/** What an administrator publishes: a package without its signature. */
export const rulesDraft = z.strictObject({
  version: z.number().int().min(1).max(2_147_483_647),
  /** Calendar date, Asia/Shanghai. */
  madeOn: z.string().refine(isCalendarDate, 'not a calendar date YYYY-MM-DD'),
  data: rulesData,
});
export type RulesDraft = z.infer<typeof rulesDraft>;

/** The package that rooms get; null before the first. Any actor may ask. */
export async function newestRules(queries: Queries): Promise<RulesPackage | null> {
  const rows = await queries.query('select package from rules order by version desc limit 1');
  const text = rows[0]?.['package'];
  return typeof text === 'string' ? rulesPackage.parse(JSON.parse(text)) : null;
}

/**
 * Signs a package（规则数据包）with the centre's key and keeps it.
 *
 * Promises: versions only rise, also when two publish at once; what rooms get is what was signed. What this version does
 * not know inside a holiday table or an institution is left out before it is signed.
 * Resolves to the newest version before when the draft is not higher, else to the package. Runs as the administrator.
 * Proved by test/unit/centre/rules.test.ts.
 *
 * @param sign Ed25519 signature of UTF-8 text by the centre's key, base64url
 */
export async function publishRules(
  queries: Queries,
  draft: RulesDraft,
  sign: (text: string) => string,
): Promise<{ readonly published: RulesPackage } | { readonly newest: number }> {
  await queries.query("select pg_advisory_xact_lock(hashtextextended('rules', 0))");
  const newest = (await newestRules(queries))?.version ?? 0;
  if (draft.version <= newest) return { newest };
  const published: RulesPackage = { ...draft, signature: sign(rulesText(draft)) };
  await queries.query('insert into rules (version, package) values ($1, $2)', [
    draft.version,
    canonicalJson(published),
  ]);
  return { published };
}

import { stationVerifier } from '../crypto/signing-key';
import { rulesPackage, rulesText, type RulesPackage } from '../domain/wire/rules';
import type { RoundContext } from './round-context';

/** Rules as data, as the room keeps them; core/room fits it. */
export interface RulesPort {
  /** Version in force, 0 before the first package. */
  readonly version: () => number;
  /** Takes over a package whose signature and version were checked, durably. */
  readonly accept: (rules: RulesPackage) => Promise<void>;
}

/**
 * Fetches the newest rules（规则数据包）.
 * Promises: only a package that the pinned centre signed, with a higher version, is handed over, with all fields that were
 * signed; another one is refused, told as `broken-answer`, and holds up nothing. Proved by test/unit/sync/round.test.ts.
 */
export async function fetchRules({ client, centre, progress, signal }: RoundContext, rules: RulesPort): Promise<void> {
  const have = rules.version();
  const came = await client.rules(have, signal);
  if (came === null) return;
  const checked = signedRules(came, centre.key);
  if (checked === null || checked.version <= have) progress.soft = { kind: 'broken-answer' };
  else await rules.accept(checked);
}

/** The package as it was signed, unknown fields included; null when shape or signature do not hold. */
function signedRules(came: unknown, key: string): RulesPackage | null {
  const parsed = rulesPackage.safeParse(came);
  if (!parsed.success) return null;
  // The signature is over what came, not over what this version of the schema knows of it.
  const whole = came as RulesPackage;
  try {
    return stationVerifier.verify(key, rulesText(whole), whole.signature) ? whole : null;
  } catch {
    return null; // numbers that JSON cannot carry
  }
}

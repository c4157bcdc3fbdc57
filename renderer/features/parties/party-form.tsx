import type { Request } from '../../../electron/contract/contract';
import type { ProblemMessage } from '../../../electron/contract/method';
import type { PartyDraft } from '../../shared/case-types';
import { byField, type ProblemsByField } from '../../shared/problems';
import { AgentList } from './agent-list';
import { OrganisationFields } from './organisation-fields';
import { PersonFields } from './person-fields';
import { usePartyCheck } from './use-party-check';

export interface PartyFormProps {
  /** Path of the party in the case, e.g. `party.applicant-1`. */
  readonly path: string;
  readonly value: PartyDraft;
  readonly onChange: (patch: PartyDraft) => void;
  /** Problems from saving; fields are those of the party. */
  readonly problems: readonly ProblemMessage[];
  /** The party as it is kept; missing while a new one is typed. */
  readonly of?: Request<'checks.party'>['of'];
}

/** Both lists by field, each sentence once. */
function merged(a: ProblemsByField, b: ProblemsByField, field: string): readonly ProblemMessage[] {
  const all = [...(a[field] ?? []), ...(b[field] ?? [])];
  return all.filter((problem, index) => all.findIndex((other) => other.zh === problem.zh) === index);
}

/** 当事人: a person or an organisation, checked while it is typed. */
export function PartyForm({ path, value, onChange, problems, of }: PartyFormProps) {
  const check = usePartyCheck(value, onChange, of);
  const live = byField(check?.problems ?? []);
  const refused = byField(problems);
  const at = (field: string): readonly ProblemMessage[] => merged(live, refused, field);
  const Fields = value.kind === 'organisation' ? OrganisationFields : PersonFields;
  return (
    <>
      <Fields path={path} value={value} onChange={onChange} at={at} age={check?.derived?.age ?? null} />
      <AgentList
        path={`${path}.representatives`}
        agents={value.representatives ?? []}
        organisation={value.kind === 'organisation'}
        at={at}
        onChange={(representatives) => onChange({ representatives })}
      />
    </>
  );
}

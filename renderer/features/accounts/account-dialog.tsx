import { Button, Modal } from 'antd';
import { useState, type SubmitEvent } from 'react';
import type { AccountsPage } from '../../../electron/contract/access';
import { layers } from '../../shared/layers';
import { useSpeech } from '../../shared/language';
import { byField, ProblemList } from '../../shared/problems';
import { keepComposition } from '../../shared/submit-guard';
import { TextField } from '../../shared/text-field';
import { complete, NewPassword, noPassword } from '../access/new-password';
import { useStep } from '../sync/use-step';
import { InstitutionFields } from './institution-fields';
import { RolesField, type Role } from './roles-field';
import type { AccountStep } from './use-accounts';

type Account = AccountsPage['accounts'][number];

interface AccountDialogProps {
  /** Null adds one. */
  readonly account: Account | null;
  readonly step: AccountStep;
  readonly onClose: () => void;
  readonly onDone: (name: string) => void;
}

const FIELDS = ['name', 'roles', 'institution', 'institution.name', 'institution.creditCode', 'password'];

/** Adds an account, or changes its roles and institution; the name of one that exists stays. */
export function AccountDialog({ account, step, onClose, onDone }: AccountDialogProps) {
  const { t } = useSpeech();
  const words = t.accounts;
  const [name, setName] = useState(account?.name ?? '');
  const [roles, setRoles] = useState<readonly Role[]>(account?.roles ?? []);
  const [institution, setInstitution] = useState({
    name: account?.institution?.name ?? '',
    creditCode: account?.institution?.creditCode ?? '',
  });
  const [fresh, setFresh] = useState(noPassword);
  const { busy, problems, run } = useStep();
  const at = byField(problems);
  const bound = roles.includes('part-time-mediator');
  const ready =
    name.trim() !== '' &&
    roles.length > 0 &&
    (!bound || institution.name.trim() !== '') &&
    (account !== null || complete(fresh));
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!ready || busy) return;
    const of = {
      name: name.trim(),
      roles: [...roles],
      institution: bound
        ? { name: institution.name.trim(), creditCode: institution.creditCode.trim().toUpperCase() || null }
        : null,
    };
    const went = await run(() =>
      account === null
        ? step('accounts.add', { ...of, password: fresh.password })
        : step('accounts.change', { ...of, retired: account.retired }),
    );
    if (went) onDone(of.name);
  };
  return (
    <Modal
      getContainer={layers}
      open
      centered
      width={640}
      title={account === null ? words.addTitle : words.changeOf(account.name)}
      footer={null}
      onCancel={onClose}
    >
      <form onSubmit={(event) => void send(event)} onKeyDown={keepComposition}>
        <ProblemList problems={problems.filter(({ field }) => !FIELDS.includes(field ?? ''))} />
        {account === null ? (
          <TextField
            label={words.columns.name}
            value={name}
            hint={words.nameHint}
            problems={at['name']}
            onChange={setName}
          />
        ) : null}
        <RolesField value={roles} problems={at['roles'] ?? []} onChange={setRoles} />
        {bound ? (
          <InstitutionFields
            value={institution}
            problems={[...(at['institution'] ?? []), ...(at['institution.name'] ?? [])]}
            codeProblems={at['institution.creditCode'] ?? []}
            onChange={setInstitution}
          />
        ) : null}
        {account === null ? (
          <div className="form-block">
            <NewPassword
              label={words.firstPassword}
              name={name}
              value={fresh}
              problems={at['password']}
              onChange={setFresh}
            />
            <p className="quiet">{words.firstPasswordHint}</p>
          </div>
        ) : null}
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={busy} disabled={!ready}>
            {account === null ? words.add : words.save}
          </Button>
          <Button onClick={onClose}>{t.words.cancel}</Button>
        </div>
      </form>
    </Modal>
  );
}

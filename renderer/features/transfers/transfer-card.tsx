import { Segmented } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { useAnswer } from '../../shared/use-answer';
import { useCase } from '../case/case-context';
import { MakePackage } from './make-package';
import { TransferPackage } from './transfer-package';
import './transfers.css';

type Type = 'confirmation' | 'filing';

/** 移送法院: what the court needs, what is missing, the package, the court's answer. */
export function TransferCard() {
  const { t } = useSpeech();
  const { view, state } = useCase();
  const failed = state.ending !== undefined && state.ending.reason !== 'settled';
  const [type, setType] = useState<Type>(failed ? 'filing' : 'confirmation');
  const version = `${view.state.heads.join(' ')} ${view.state.documents.length}`;
  const check = useAnswer('transfers.check', { id: view.id, type }, 0, version);
  const made = view.state.transfers.filter((each) => each.type === type);
  const due = type === 'filing' ? failed : !failed && state.agreement?.confirmation?.wanted === true;
  return (
    <section className="card" aria-label={t.transfers.title}>
      <p className="field-hint">{t.transfers.hint}</p>
      <Segmented<Type>
        value={type}
        aria-label={t.transfers.type}
        options={[
          { value: 'confirmation', label: t.transfers.types.confirmation },
          { value: 'filing', label: t.transfers.types.filing },
        ]}
        onChange={setType}
      />
      <ProblemList problems={check.problems} />
      {due || made.length > 0 ? (
        check.value === null ? null : (
          <MakePackage key={type} type={type} check={check.value} />
        )
      ) : (
        <p className="transfer-none">{failed ? t.transfers.failed : t.transfers.notYet[type]}</p>
      )}
      {made.map((transfer) => (
        <TransferPackage key={transfer.id} transfer={transfer} />
      ))}
    </section>
  );
}

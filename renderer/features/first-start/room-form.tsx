import { Button } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import type { RoomInfo } from '../../../electron/contract/room';
import { shanghaiDay } from '../../shared/format';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { TextField } from '../../shared/text-field';
import { complete, NewPassword, noPassword } from '../access/new-password';
import { BlockForm, blockOf, type BlockDraft } from './block-form';
import { OrganisationForm, organisationOf, type OrganisationDraft } from './organisation-form';

interface RoomFormProps {
  readonly onMade: (room: RoomInfo) => void;
  /** The other way to begin: from a backup. */
  readonly onRestore: () => void;
}

/** Asks for the organisation, the room, the person and a password, and makes the store with its first account. */
export function RoomForm({ onMade, onRestore }: RoomFormProps) {
  const { t } = useSpeech();
  const [sample, setSample] = useState(true);
  const [organisation, setOrganisation] = useState<OrganisationDraft>({});
  const [room, setRoom] = useState('');
  const [operator, setOperator] = useState('');
  const [fresh, setFresh] = useState(noPassword);
  const [block, setBlock] = useState<BlockDraft>({
    series: 'agreement',
    year: shanghaiDay(new Date()).slice(0, 4),
    first: '',
    last: '',
  });
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  const [making, setMaking] = useState(false);

  const create = async (): Promise<void> => {
    setMaking(true);
    const leased = blockOf(block);
    const answer = await call('room.create', {
      room,
      operator,
      password: fresh.password,
      sample,
      ...(sample ? {} : { organisation: organisationOf(organisation) }),
      blocks: sample || leased === null ? [] : [leased],
    });
    setMaking(false);
    if (answer.ok) onMade(answer.value);
    else setProblems(answer.problems);
  };
  const at = (field: string): readonly ProblemMessage[] => problems.filter((p) => p.field === field);
  return (
    <>
      <h1>{t.firstStart.title}</h1>
      <p className="quiet">{t.firstStart.lead}</p>
      <section className="card" aria-label={t.firstStart.who}>
        <h2>{t.firstStart.who}</h2>
        <div className="choices" role="radiogroup" aria-label={t.firstStart.who}>
          {([true, false] as const).map((choice) => (
            <button
              key={String(choice)}
              type="button"
              role="radio"
              aria-checked={sample === choice}
              className="big-choice"
              onClick={() => setSample(choice)}
            >
              <strong>{choice ? t.firstStart.sampleChoice : t.firstStart.ownChoice}</strong>
              {choice ? t.firstStart.sampleText : t.firstStart.ownText}
            </button>
          ))}
        </div>
        {sample ? null : <OrganisationForm value={organisation} onChange={setOrganisation} problems={problems} />}
      </section>
      <section className="card" aria-label={t.firstStart.here}>
        <h2>{t.firstStart.here}</h2>
        <div className="form-grid">
          <TextField
            label={t.firstStart.room}
            value={room}
            onChange={setRoom}
            placeholder="调解室三"
            problems={at('room')}
          />
          <TextField label={t.firstStart.operator} value={operator} onChange={setOperator} problems={at('operator')} />
        </div>
        <div className="first-password">
          <NewPassword
            label={t.firstStart.password}
            name={operator}
            value={fresh}
            problems={at('password')}
            onChange={setFresh}
          />
        </div>
      </section>
      {sample ? null : (
        <section className="card" aria-label={t.firstStart.blocks}>
          <h2>{t.firstStart.blocks}</h2>
          <p className="quiet">{t.firstStart.blocksText}</p>
          <BlockForm value={block} onChange={setBlock} />
        </section>
      )}
      <div className="actions">
        <Button
          type="primary"
          size="large"
          loading={making}
          disabled={room.trim() === '' || operator.trim() === '' || !complete(fresh)}
          onClick={() => void create()}
        >
          {t.firstStart.create}
        </Button>
      </div>
      <div className="card-gap">
        <ProblemList problems={problems} title={t.firstStart.problems} />
      </div>
      <p className="restore-line">
        <span>{t.firstStart.restoreText}</span>
        <Button type="link" onClick={onRestore}>
          {t.firstStart.restore}
        </Button>
      </p>
    </>
  );
}

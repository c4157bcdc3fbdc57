import { Button } from 'antd';
import { useState } from 'react';
import type { ReadyClause } from '../../../electron/contract/checks';
import { AmountField } from '../../shared/amount-field';
import { DateField } from '../../shared/date-field';
import { useSpeech } from '../../shared/language';
import { call } from '../../shared/room-client';
import { useRoom } from '../../shared/room-context';
import { TextField } from '../../shared/text-field';
import { useAnswer } from '../../shared/use-answer';
import { useCase } from '../case/case-context';

const BLOCKS = ['confirmDebt', 'reduction', 'acceleration', 'confirmation'] as const;
type Block = (typeof BLOCKS)[number];

interface BlockProps {
  readonly onInsert: (text: string) => void;
}

/** 常用条款: choose one, fill in what it needs, insert it. The clause of a plan comes from the plan itself. */
export function ClauseBlocks({ onInsert, onPlan }: BlockProps & { readonly onPlan: () => void }) {
  const { t } = useSpeech();
  const [block, setBlock] = useState<Block | null>(null);
  const insert = (text: string): void => {
    onInsert(text);
    setBlock(null);
  };
  return (
    <div className="clause-blocks" role="group" aria-label={t.agreement.blocks}>
      <span className="group-label">{t.agreement.blocks}</span>
      {BLOCKS.map((key) => (
        <Button
          key={key}
          size="small"
          type={key === block ? 'primary' : 'default'}
          aria-expanded={key === block}
          onClick={() => setBlock(key === block ? null : key)}
        >
          {t.blocks[key]}
        </Button>
      ))}
      <Button size="small" onClick={onPlan}>
        {t.blocks.instalments}
      </Button>
      {block === null ? null : <OpenBlock block={block} onInsert={insert} />}
    </div>
  );
}

function OpenBlock({ block, onInsert }: BlockProps & { readonly block: Block }) {
  switch (block) {
    case 'confirmDebt':
      return <ConfirmDebt onInsert={onInsert} />;
    case 'reduction':
      return <Reduction onInsert={onInsert} />;
    case 'acceleration':
      return <Acceleration onInsert={onInsert} />;
    case 'confirmation':
      return <JointConfirmation onInsert={onInsert} />;
  }
}

/** The sentence as the program words it, and the button that puts it into the agreement. */
function InsertLine({ clause, onInsert }: BlockProps & { readonly clause: ReadyClause }) {
  const { t } = useSpeech();
  const text = useAnswer('checks.clause', clause).value?.clause ?? '';
  // Asked once more: what is shown may be a keystroke behind what was typed.
  const insert = async (): Promise<void> => {
    const answer = await call('checks.clause', clause);
    if (answer.ok) onInsert(answer.value.clause);
  };
  return (
    <div className="insert-line">
      <p aria-label={t.blocks.text}>{text}</p>
      <Button type="primary" disabled={text === ''} onClick={() => void insert()}>
        {t.blocks.insert}
      </Button>
    </div>
  );
}

function ConfirmDebt({ onInsert }: BlockProps) {
  const { t } = useSpeech();
  const { state } = useCase();
  const [asOf, setAsOf] = useState<string>();
  const [debt, setDebt] = useState(state.amountFen);
  const [detail, setDetail] = useState('');
  return (
    <div className="block-form">
      <div className="form-grid">
        <DateField label={t.blocks.asOf} value={asOf} onChange={setAsOf} />
        <AmountField label={t.blocks.debt} fen={debt} onFen={setDebt} />
        <TextField
          label={t.blocks.detail}
          value={detail}
          placeholder={t.blocks.detailPlaceholder}
          onChange={setDetail}
        />
      </div>
      <InsertLine clause={{ kind: 'confirm-debt', asOf, debtFen: debt, detail }} onInsert={onInsert} />
    </div>
  );
}

function Reduction({ onInsert }: BlockProps) {
  const { t } = useSpeech();
  const [waived, setWaived] = useState<number>();
  const [what, setWhat] = useState('');
  const [remaining, setRemaining] = useState<number>();
  return (
    <div className="block-form">
      <div className="form-grid">
        <AmountField label={t.blocks.waived} fen={waived} onFen={setWaived} />
        <TextField
          label={t.blocks.waivedDetail}
          value={what}
          placeholder={t.blocks.waivedPlaceholder}
          onChange={setWhat}
        />
        <AmountField label={t.blocks.remaining} fen={remaining} onFen={setRemaining} />
      </div>
      <InsertLine
        clause={{ kind: 'reduction', waivedFen: waived, what, remainingFen: remaining }}
        onInsert={onInsert}
      />
    </div>
  );
}

function Acceleration({ onInsert }: BlockProps) {
  const { t } = useSpeech();
  const [days, setDays] = useState('15');
  return (
    <div className="block-form">
      <div className="form-grid">
        <TextField label={t.blocks.days} value={days} onChange={setDays} />
      </div>
      <InsertLine clause={{ kind: 'acceleration', days }} onInsert={onInsert} />
    </div>
  );
}

function JointConfirmation({ onInsert }: BlockProps) {
  const { t } = useSpeech();
  const { editor, state } = useCase();
  const { room } = useRoom();
  const [court, setCourt] = useState(state.agreement?.confirmation?.court ?? room.organisation.court?.name ?? '');
  const insert = (text: string): void => {
    editor.edit({ kind: 'agreement-set' }, 'confirmation', { wanted: true, ...(court === '' ? {} : { court }) });
    onInsert(text);
  };
  return (
    <div className="block-form">
      <div className="form-grid">
        <TextField label={t.blocks.court} value={court} onChange={setCourt} />
      </div>
      <InsertLine clause={{ kind: 'joint-confirmation', court }} onInsert={insert} />
    </div>
  );
}

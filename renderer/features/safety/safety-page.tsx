import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { useRights, type ShownRight } from '../../shared/access-context';
import { useSpeech } from '../../shared/language';
import { BackupPart } from './backup-part';
import { DiagnosticsCard } from './diagnostics-card';
import { HeldBlocks } from './held-blocks';
import { VerifyCard } from './verify-card';
import { WorkLine } from './work-line';
import './safety.css';

const PARTS = ['backup', 'verify', 'diagnostics'] as const;
type Part = (typeof PARTS)[number];

/** What each part needs; diagnostics is for everyone. */
const RIGHTS: Readonly<Record<Part, ShownRight | null>> = {
  backup: 'backup.make',
  verify: 'store.verify',
  diagnostics: null,
};
const CARDS = { backup: BackupPart, verify: VerifyCard, diagnostics: DiagnosticsCard } as const;

/** 备份与核验: backups and their proof, restoring, checking what is kept, diagnostics. `?part=` names the part. */
export function SafetyPage() {
  const { t } = useSpeech();
  const may = useRights();
  const [params, setParams] = useSearchParams();
  const open = PARTS.filter((part) => RIGHTS[part] === null || may(RIGHTS[part]));
  const shown = open.find((part) => part === params.get('part')) ?? open[0] ?? 'diagnostics';
  const Card = CARDS[shown];
  return (
    <main className="page safety-page">
      <div className="page-head">
        <h1>{t.safety.title}</h1>
        <Segmented<Part>
          aria-label={t.safety.title}
          value={shown}
          options={open.map((part) => ({ value: part, label: t.safety.parts[part] }))}
          onChange={(part) => setParams({ part }, { replace: true })}
        />
      </div>
      <WorkLine />
      <HeldBlocks />
      <Card />
    </main>
  );
}

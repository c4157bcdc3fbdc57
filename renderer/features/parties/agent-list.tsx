import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ProblemMessage } from '../../../electron/contract/method';
import type { Representative } from '../../shared/case-types';
import { useSpeech } from '../../shared/language';
import { AgentFields } from './agent-fields';

interface AgentListProps {
  readonly path: string;
  readonly agents: readonly Representative[];
  readonly organisation: boolean;
  readonly at: (field: string) => readonly ProblemMessage[];
  readonly onChange: (agents: Representative[]) => void;
}

/** 代理人: at most two a party（民事诉讼法 Art. 61）. */
export function AgentList({ path, agents, organisation, at, onChange }: AgentListProps) {
  const { t } = useSpeech();
  const add = (): void => onChange([...agents, { name: '', kind: organisation ? 'employee' : 'near-relative' }]);
  return (
    <div className="agents" data-field={path}>
      {agents.map((agent, index) => (
        <section key={index} className="agent" aria-label={t.party.agent(index + 1)}>
          <div className="card-head">
            <span className="group-label">{t.party.agent(index + 1)}</span>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t.party.removeAgent(index + 1)}
              onClick={() => onChange(agents.filter((_, other) => other !== index))}
            />
          </div>
          <AgentFields
            value={agent}
            at={(field) => at(`representatives.${index}.${field}`)}
            onChange={(patch) => onChange(agents.map((one, other) => (other === index ? { ...one, ...patch } : one)))}
          />
        </section>
      ))}
      {agents.length < 2 ? (
        <Button type="dashed" size="small" icon={<PlusOutlined />} onClick={add}>
          {t.party.addAgent}
        </Button>
      ) : null}
    </div>
  );
}

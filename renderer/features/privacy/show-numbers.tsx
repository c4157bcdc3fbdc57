import { EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { ProblemMessage } from '../../../electron/contract/method';
import { useRights } from '../../shared/access-context';
import { jumpTo } from '../../shared/jump';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useCase } from '../case/case-context';
import './privacy.css';

interface ShowNumbersProps {
  /** Whose numbers are masked here. */
  readonly parties: readonly { readonly key: string; readonly name: string; readonly shortName?: string | undefined }[];
  readonly note: string;
  /** Where the cursor goes once the numbers of this party are shown. */
  readonly after: (party: string) => string;
  /** With more than one on a screen the name stands on the button. */
  readonly named?: boolean;
}

/** 显示并修改: says that numbers are masked and that showing them is recorded, and shows them for one party at a click. */
export function ShowNumbers({ parties, note, after, named = false }: ShowNumbersProps) {
  const { t } = useSpeech();
  const { editor, view } = useCase();
  const may = useRights();
  const [problems, setProblems] = useState<readonly ProblemMessage[]>([]);
  if (parties.length === 0) return null;
  if (!may('data.unmask')) return <p className="masked-note">{t.privacy.masks.notAllowed}</p>;
  const show = async (party: string): Promise<void> => {
    const refused = await editor.act(() => call('cases.unmask', { id: view.id, party }));
    setProblems(refused);
    if (refused.length === 0) setTimeout(() => jumpTo(after(party)), 30);
  };
  return (
    <>
      <ProblemList problems={problems} title={t.privacy.masks.refused} />
      <div className="masked-note">
        <span>{note}</span>
        {parties.map(({ key, name, shortName = name }) => (
          <Button
            key={key}
            size="small"
            icon={<EyeOutlined />}
            aria-label={t.privacy.masks.showOf(shortName)}
            onClick={() => void show(key)}
          >
            {named ? t.privacy.masks.showOf(shortName) : t.privacy.masks.show}
          </Button>
        ))}
      </div>
    </>
  );
}

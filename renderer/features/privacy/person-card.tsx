import { Button } from 'antd';
import { useState, type SubmitEvent } from 'react';
import type { Response } from '../../../electron/contract/contract';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { TextField } from '../../shared/text-field';
import { useStep } from '../sync/use-step';
import { PersonRows, keyOfFound } from './person-rows';

type Found = Response<'privacy.findPerson'>['found'];

/** 个人信息导出: all that is kept here of one person（个人信息保护法 Art. 45）, found, chosen, saved as one ZIP. */
export function PersonCard() {
  const { t } = useSpeech();
  const words = t.privacy.person;
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [byName, setByName] = useState(false);
  const [told, tell] = useState<string | null>(null);
  const finding = useStep();
  const exporting = useStep();

  const find = async () => {
    tell(null);
    const answer = await call('privacy.findPerson', { query: query.trim() });
    if (!answer.ok) return answer.problems;
    setFound(answer.value.found);
    // Of a name that several people have, nothing is chosen before a person has looked.
    const name = !/\d/.test(query);
    setByName(name);
    choose(new Set(name ? [] : answer.value.found.map(keyOfFound)));
    return [];
  };
  const save = async () => {
    tell(null);
    const parties = (found ?? []).filter((one) => chosen.has(keyOfFound(one)));
    const answer = await call('privacy.exportPerson', {
      parties: parties.map(({ caseId, party }) => ({ caseId, party })),
    });
    if (!answer.ok) return answer.problems;
    tell(answer.value.file === null ? words.cancelled : words.exported(answer.value.cases, answer.value.file));
    return [];
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (query.trim().length >= 2) void finding.run(find);
  };
  return (
    <section className="card" aria-label={t.privacy.parts.person}>
      <p>{words.lead}</p>
      <form className="person-search" onSubmit={submit}>
        <TextField label={words.query} value={query} hint={words.queryHint} onChange={setQuery} />
        <Button type="primary" htmlType="submit" disabled={query.trim().length < 2} loading={finding.busy}>
          {words.find}
        </Button>
      </form>
      <ProblemList problems={[...finding.problems, ...exporting.problems]} title={words.failed} />
      {found === null ? null : found.length === 0 ? (
        <p role="status">{words.none}</p>
      ) : (
        <>
          <p role="status">
            {words.found(found.length)}
            {byName ? <span className="quiet"> · {words.sameName}</span> : null}
          </p>
          <PersonRows found={found} chosen={chosen} onChoose={choose} />
          <p className="field-hint">{words.other}</p>
          <div className="actions">
            <Button
              type="primary"
              disabled={chosen.size === 0}
              loading={exporting.busy}
              onClick={() => void exporting.run(save)}
            >
              {words.export(chosen.size)}
            </Button>
            <span role="status">{exporting.busy ? words.exporting : told}</span>
          </div>
        </>
      )}
    </section>
  );
}

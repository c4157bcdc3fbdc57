import { Button } from 'antd';
import { useState } from 'react';
import type { Request } from '../../../electron/contract/contract';
import type { KeysPage } from '../../../electron/contract/access';
import { Choice } from '../../shared/choice';
import { Field } from '../../shared/field';
import { useSpeech } from '../../shared/language';
import { ProblemList } from '../../shared/problems';
import { call } from '../../shared/room-client';
import { useAnswer } from '../../shared/use-answer';
import { useStep } from '../sync/use-step';

/** Sends a new sheet to a printer, or saves it as a file where a dialog says. */
export function SheetOut({ onOut }: { readonly onOut: (page: KeysPage, to: 'printer' | 'file') => void }) {
  const { t } = useSpeech();
  const words = t.keys.sheet;
  const found = useAnswer('documents.printers', {});
  const printers = found.value?.printers ?? [];
  const [chosen, choose] = useState<string | null>(null);
  const [cancelled, setCancelled] = useState(false);
  const { busy, problems, run } = useStep();
  const printer = chosen ?? (printers.find((one) => one.isDefault) ?? printers[0])?.name ?? '';
  const send = (request: Request<'keys.recoverySheet'>): void =>
    void run(async () => {
      setCancelled(false);
      const answer = await call('keys.recoverySheet', request);
      if (!answer.ok) return answer.problems;
      if (answer.value === null) setCancelled(true);
      else onOut(answer.value, request.to);
      return [];
    });
  return (
    <>
      <ProblemList problems={problems} />
      {printers.length === 0 ? (
        <p className="quiet">{found.waiting ? '' : words.noPrinter}</p>
      ) : (
        <div className="sheet-printer">
          <Field label={words.printer}>
            {(marks) => (
              <Choice
                marks={marks}
                value={printer}
                words={Object.fromEntries(printers.map((one) => [one.name, one.description || one.name]))}
                onChange={choose}
              />
            )}
          </Field>
          <Button type="primary" disabled={busy} onClick={() => send({ to: 'printer', printer })}>
            {words.print}
          </Button>
        </div>
      )}
      <div className="actions">
        <Button
          type={printers.length === 0 && !found.waiting ? 'primary' : 'default'}
          disabled={busy}
          onClick={() => send({ to: 'file' })}
        >
          {words.save}
        </Button>
        <span className="quiet">{words.saveHint}</span>
      </div>
      <p role="status" className="quiet">
        {cancelled ? words.cancelled : ''}
      </p>
    </>
  );
}

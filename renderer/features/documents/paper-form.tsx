import { paperFields } from '../../../electron/contract/forms';
import { useSpeech } from '../../shared/language';
import { byField, under } from '../../shared/problems';
import { useCase } from '../case/case-context';
import { holdsMask, masksOfPaper, ownersOfPaper } from '../privacy/masks';
import { Masks } from '../privacy/number-field';
import { ShowNumbers } from '../privacy/show-numbers';
import type { ListedPaper } from './case-papers';
import { keyOf } from './paper-address';
import { PaperField } from './paper-field';

/** Fields that hold the key of a party. */
const OF_PARTY: ReadonlySet<string> = new Set(['F20.recipient', 'F25.consumer']);

/** 填写: what a form asks for beyond the case, made from its description. */
export function PaperForm({ paper }: { readonly paper: ListedPaper }) {
  const { t } = useSpeech();
  const { editor, view, state, problems } = useCase();
  const { form, of } = paper;
  const specs = paperFields(form);
  const prefix = `paper.${keyOf(paper)}`;
  const own = state.papers.find((one) => one.form === form && one.of === of)?.fields ?? {};
  const at = byField(under(problems, prefix));
  const isNew = view.papers.every((one) => keyOf(one) !== keyOf(paper)) && specs.length > 0;
  const masks = masksOfPaper(view, paper);
  const first = specs.find(({ name }) => holdsMask(own[name]));
  return (
    <section className="card paper-form" aria-label={t.documents.fill}>
      <h2>{t.documents.fill}</h2>
      <p className="field-hint">
        {specs.length === 0 ? t.documents.nothingToFill : isNew ? t.documents.newPaper : t.documents.fillHint}
      </p>
      <ShowNumbers
        parties={masks.size === 0 ? [] : ownersOfPaper(view, paper)}
        note={t.privacy.masks.note}
        after={() => `${prefix}.${first?.name ?? ''}`}
        named
      />
      <Masks value={masks}>
        <div className="paper-fields">
          {specs.map((spec) => (
            <PaperField
              key={spec.name}
              spec={spec}
              path={`${prefix}.${spec.name}`}
              value={own[spec.name]}
              problems={at[spec.name]}
              ofParty={OF_PARTY.has(`${form}.${spec.name}`)}
              onChange={(value) => editor.edit({ kind: 'paper-set', form, of }, spec.name, value)}
            />
          ))}
        </div>
      </Masks>
    </section>
  );
}

/** Tabs of a case. */
export type CaseTab = 'parties' | 'dispute' | 'sessions' | 'evidence' | 'agreement' | 'documents' | 'dossier';

/** The tab on which a field of a case is edited. */
export function tabOfField(field: string | undefined): CaseTab {
  const [head = ''] = (field ?? '').split('.');
  if (head === 'parties' || head === 'party') return 'parties';
  if (head === 'sessions' || head === 'session' || head === 'ending') return 'sessions';
  if (head === 'evidence') return 'evidence';
  if (head === 'paper' || head === 'numbers') return 'documents';
  if (head === 'documents' || head === 'signatures' || head === 'signature') return 'documents';
  if (['agreement', 'number', 'clauses', 'payments'].includes(head)) return 'agreement';
  return 'dispute';
}

const CONTROL = 'input, textarea, button, [tabindex]';

/** Brings the place of a field into view and puts the cursor there; tries for a second while the tab is being loaded. */
export function jumpTo(field: string, tries = 20): void {
  const parts = field.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const place = document.querySelector(`[data-field="${CSS.escape(parts.slice(0, length).join('.'))}"]`);
    if (place === null) continue;
    place.scrollIntoView({ block: 'center' });
    const control = place.matches(CONTROL) ? place : place.querySelector(CONTROL);
    if (control instanceof HTMLElement) control.focus();
    return;
  }
  if (tries > 0) setTimeout(() => jumpTo(field, tries - 1), 50);
}

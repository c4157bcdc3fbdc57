import type { KeyboardEvent } from 'react';

/** The Enter that ends a composition of an input method chooses characters; it never sends a form. */
export function keepComposition(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault();
}

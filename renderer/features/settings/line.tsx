import type { ReactNode } from 'react';

/** One line of the settings: its name and what it is. */
export function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

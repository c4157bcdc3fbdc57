import type { Db } from '../db/db';

/** Whether the database answers within `ms` milliseconds. Never rejects. */
export async function isReady(db: Db, ms = 2000): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const asked = db
    .within({ as: 'service' }, ({ query }) => query('select 1'))
    .then(
      () => true,
      () => false,
    );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

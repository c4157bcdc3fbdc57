import type { Attachment, CaseState } from '../domain/case/case-state';
import type { PaperRef } from '../domain/forms/form-ids';
import type { BlobFiles } from '../store/blob-files';

/** Pictures that a form draws: identity papers, payment slips, and on every form the characters that no font has. */
function drawn(attachment: Attachment, paper: PaperRef): boolean {
  if (attachment.type === 'application/pdf') return false;
  if (attachment.role === 'character') return true;
  if (attachment.of !== paper.of) return false;
  return (
    (paper.form === 'F06' && attachment.role === 'identity') || (paper.form === 'F14' && attachment.role === 'slip')
  );
}

/** Bytes of the attachments that a paper draws, by their sha256. Throws StoreError when they cannot be read. */
export async function picturesOf(
  state: CaseState,
  paper: PaperRef,
  blobs: Pick<BlobFiles, 'get'>,
): Promise<Readonly<Record<string, Uint8Array>>> {
  const pictures: Record<string, Uint8Array> = {};
  for (const attachment of state.attachments.filter((each) => drawn(each, paper))) {
    pictures[attachment.sha256] = await blobs.get(attachment.sha256);
  }
  return pictures;
}

export type StoredFile = ReturnType<typeof newFile>;

/** https://docs.stripe.com/file-upload#supported-file-types-and-size-requirements, for what the sandbox takes. */
export const FILE_PURPOSES = ['business_icon', 'business_logo', 'dispute_evidence'] as const;

export function newFile(
  id: string,
  created: number,
  fields: { filename: string; purpose: string; size: number; type: string },
) {
  return {
    id,
    object: 'file' as const,
    created,
    expires_at: null,
    filename: fields.filename,
    links: { object: 'list' as const, data: [], has_more: false, url: `/v1/file_links?file=${id}` },
    purpose: fields.purpose,
    size: fields.size,
    title: null,
    type: fields.type,
    // The sandbox keeps what a file is, not what is in it.
    url: null,
  };
}

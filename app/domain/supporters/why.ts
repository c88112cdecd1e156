/** The longest answer to "why" that the audit log takes of the staff, in characters. */
export const whyMaxLength = 500;

/** One of the two whom the staff may make one, with what hangs on them. */
export interface MergeSide {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly createdAt: Date;
  readonly counts: {
    readonly donations: number;
    readonly memberships: number;
    readonly payments: number;
    readonly customers: number;
    readonly gifts: number;
    readonly grants: number;
  };
  readonly hasMembershipInForce: boolean;
}

/**
 * Why two can't become one. both_patrons: each has a membership in force, and one person has only
 * one: end either first. is_staff: the one that would go has a role.
 */
export type MergeProblem = 'not_found' | 'same' | 'both_patrons' | 'is_staff';

export const mergeReasonMaxLength = 300;

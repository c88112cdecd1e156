import {
  type SupporterFilter,
  parseSupporterFilter,
  supporterQuery,
} from '../reports/supporter-filter.ts';

/** A filter of the list of supporters, kept under a name for everyone on the staff. */
export interface Segment {
  readonly id: string;
  readonly name: string;
  readonly filter: SupporterFilter;
  readonly createdAt: Date;
}

export const segmentNameLimit = 80;

/** A filter as it is kept: the same people give the same text, in whatever order they are shown. */
export function segmentQuery(filter: SupporterFilter): string {
  return supporterQuery({ ...filter, sort: 'newest' }).slice(1);
}

export function readSegmentQuery(query: string): SupporterFilter {
  return parseSupporterFilter(new URLSearchParams(query));
}

/** The fields of a byline, in its order. */
export const authorPlaces = ['author-1', 'author-2', 'author-3', 'author-4'] as const;

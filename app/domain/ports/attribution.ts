/** What brought a gift. First-party, read from the form and the page it was posted from. */
export interface Attribution {
  readonly articleId: string | null;
  readonly askId: string | null;
  readonly askVariant: string | null;
  readonly campaignId: string | null;
  readonly referrerHost: string | null;
  readonly utmSource: string | null;
  readonly utmMedium: string | null;
  readonly utmCampaign: string | null;
  readonly utmTerm: string | null;
  readonly utmContent: string | null;
}

export const noAttribution: Attribution = {
  articleId: null,
  askId: null,
  askVariant: null,
  campaignId: null,
  referrerHost: null,
  utmSource: null,
  utmMedium: null,
  utmCampaign: null,
  utmTerm: null,
  utmContent: null,
};

export interface ListedMail {
  readonly id: string;
  readonly template: string;
  readonly status: 'queued' | 'sending' | 'sent' | 'failed' | 'dismissed' | 'muted';
  readonly failureCode: string | null;
  readonly at: Date;
  readonly mayGoAgain: boolean;
}

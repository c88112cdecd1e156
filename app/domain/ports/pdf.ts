/** A sheet of paper's content, in one language, drawn by the newsroom's one letterhead. */
export interface PdfDocument {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** When the newest of what it says happened. The same document always gives the same bytes. */
  readonly asOf: Date;
  readonly letterhead: {
    readonly name: string;
    readonly tagline: string;
    /** Who stands behind the name, a fact a line. */
    readonly lines: readonly string[];
  };
  readonly blocks: readonly PdfBlock[];
  /** At the foot of each page. */
  readonly footer: string;
  readonly pageNumber: (page: number, pages: number) => string;
}

export type PdfBlock =
  | { readonly kind: 'heading'; readonly text: string; readonly note: string }
  /** The one figure that matters. */
  | { readonly kind: 'figure'; readonly text: string; readonly note: string }
  | { readonly kind: 'subheading'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly PdfFact[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly PdfColumn[];
      readonly rows: readonly PdfRow[];
    }
  | { readonly kind: 'paragraph'; readonly text: string };

export interface PdfFact {
  readonly term: string;
  /** Line breaks are kept. */
  readonly value: string;
  readonly isStrong?: boolean;
}

export interface PdfColumn {
  readonly label: string;
  /** Shares of the sheet's width, in any unit. */
  readonly width: number;
  readonly isFigure?: boolean;
}

/** A cell a column; the words after a line break are set smaller. */
export type PdfRow = readonly string[];

export interface Pdf {
  /** Can every character be set? Of a name that can't, a letter would be missing. */
  readonly canWrite: (text: string) => boolean;
  readonly write: (document: PdfDocument) => Promise<Buffer>;
}

import type { ViewRoomKey } from './view-room.ts';

/** A report or a list under a name. */
export interface View {
  readonly id: string;
  readonly room: ViewRoomKey;
  /** As its page spells it today, without a leading question mark. */
  readonly query: string;
  readonly name: string;
  readonly isShared: boolean;
  /** Kept by the one who looks. */
  readonly isOwn: boolean;
  /** May the one who looks rename, move and delete it? */
  readonly isTheirs: boolean;
}

/** Who looks at views. */
export interface ViewReader {
  readonly supporterId: string;
  /** Owners of the newsroom keep everybody's shared views in order. */
  readonly isOwner: boolean;
}

export const viewNameLimit = 80;
/** More can't be found again, and every page of the desk reads them. */
export const viewsAllowed = 30;

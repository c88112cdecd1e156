import type { Role } from '../../app/domain/supporters/viewer.ts';

/** The people one signs in as, to see the demo newsroom from every side. */
export const people = {
  /** Gave once, seven weeks ago: the donor pass that came with it has ended. */
  reader: { email: 'reader@example.org', name: 'Nora Whelan' },
  /** In the Patron tier, monthly, for fourteen months. */
  patron: { email: 'patron@example.org', name: 'Jonas Albrecht' },
  /** A patron whose card has stopped working: within the days of grace. */
  failing: { email: 'failing@example.org', name: 'Claire Fontaine' },
  owner: { email: 'owner@example.org', name: 'Olena Vasylchuk' },
  editor: { email: 'editor@example.org', name: 'Danylo Kovtun' },
  analyst: { email: 'analyst@example.org', name: 'Nadia Orlyk' },
} as const;

export const staff: readonly { email: string; name: string; role: Role }[] = [
  { ...people.owner, role: 'owner' },
  { ...people.editor, role: 'editor' },
  { ...people.analyst, role: 'analyst' },
];

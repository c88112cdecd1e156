import { createContext, useContext } from 'react';

/** The newsroom's time zone, in which every day and hour of the desk is told. */
export const Zone = createContext('UTC');

export function useZone(): string {
  return useContext(Zone);
}

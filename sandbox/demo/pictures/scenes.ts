import type { Ink, Sheet } from './drawing.ts';
import { blackoutStreet } from './scenes/blackout-street.ts';
import { bridge } from './scenes/bridge-painter.ts';
import { chartHeatBill } from './scenes/chart-heat-bill.ts';
import { chartOutages } from './scenes/chart-outages.ts';
import { chartRiverLevel } from './scenes/chart-river-level.ts';
import { chartTonnage } from './scenes/chart-tonnage.ts';
import { cherries } from './scenes/cherry-dumplings.ts';
import { depotTheatre } from './scenes/depot-theatre.ts';
import { ferry } from './scenes/ferry.ts';
import { fishSoup } from './scenes/fish-soup.ts';
import { footballGround } from './scenes/football-ground.ts';
import { grainPort } from './scenes/grain-port.ts';
import { hospitalGenerator } from './scenes/hospital-generator.ts';
import { library } from './scenes/library.ts';
import { mapCity } from './scenes/map-city-dark.ts';
import { mapBloom } from './scenes/map-river-bloom.ts';
import { market } from './scenes/market-scales.ts';
import { minibus } from './scenes/minibus-17.ts';
import { orchestraHall } from './scenes/orchestra-hall.ts';
import { plywoodWindows } from './scenes/plywood-windows.ts';
import { railYard } from './scenes/rail-yard.ts';
import { riverPilot } from './scenes/river-pilot.ts';
import { roofs } from './scenes/roofs.ts';
import { rowing } from './scenes/rowing-eight.ts';
import { schoolCorridor } from './scenes/school-corridor.ts';
import { shipGraveyard } from './scenes/ship-graveyard.ts';
import { steppeBees } from './scenes/steppe-bees.ts';
import { streetSigns } from './scenes/street-signs.ts';
import { sturgeon } from './scenes/sturgeon.ts';
import { trolleybus } from './scenes/trolleybus.ts';
import { workshopLeg } from './scenes/workshop-leg.ts';

export interface Scene {
  id: string;
  width: number;
  height: number;
  inks: readonly Ink[];
  draw: (sheet: Sheet) => void;
}

/** Light inks first, as on the drum. */
const ALL: readonly Ink[] = ['ochre', 'river', 'rust', 'night'];

const LANDSCAPE = { width: 1500, height: 1000, inks: ALL };
const PORTRAIT = { width: 1200, height: 1500, inks: ALL };
const WIDE = { width: 1600, height: 900, inks: ALL };

/** Every picture of the demo newsroom, in the order in which the proofs are laid out. */
export const SCENES: readonly Scene[] = [
  { id: 'blackout-street', ...LANDSCAPE, draw: blackoutStreet },
  { id: 'plywood-windows', ...LANDSCAPE, draw: plywoodWindows },
  { id: 'minibus-17', ...LANDSCAPE, draw: minibus },
  { id: 'ferry', ...LANDSCAPE, draw: ferry },
  { id: 'rowing-eight', ...LANDSCAPE, draw: rowing },
  { id: 'bridge-painter', ...LANDSCAPE, draw: bridge },
  { id: 'school-corridor', ...LANDSCAPE, draw: schoolCorridor },
  { id: 'orchestra-hall', ...LANDSCAPE, draw: orchestraHall },
  { id: 'library', ...LANDSCAPE, draw: library },
  { id: 'workshop-leg', ...PORTRAIT, draw: workshopLeg },
  { id: 'depot-theatre', ...LANDSCAPE, draw: depotTheatre },
  { id: 'fish-soup', ...LANDSCAPE, draw: fishSoup },
  { id: 'cherry-dumplings', ...LANDSCAPE, draw: cherries },
  { id: 'market-scales', ...LANDSCAPE, draw: market },
  { id: 'grain-port', ...LANDSCAPE, draw: grainPort },
  { id: 'rail-yard', ...LANDSCAPE, draw: railYard },
  { id: 'steppe-bees', ...LANDSCAPE, draw: steppeBees },
  { id: 'sturgeon', ...WIDE, draw: sturgeon },
  { id: 'ship-graveyard', ...WIDE, draw: shipGraveyard },
  { id: 'river-pilot', ...PORTRAIT, draw: riverPilot },
  { id: 'football-ground', ...LANDSCAPE, draw: footballGround },
  { id: 'hospital-generator', ...LANDSCAPE, draw: hospitalGenerator },
  { id: 'trolleybus', ...PORTRAIT, draw: trolleybus },
  { id: 'street-signs', ...LANDSCAPE, draw: streetSigns },
  { id: 'roofs', ...LANDSCAPE, draw: roofs },
  { id: 'map-city-dark', ...LANDSCAPE, draw: mapCity },
  { id: 'map-river-bloom', ...LANDSCAPE, draw: mapBloom },
  { id: 'chart-river-level', ...LANDSCAPE, draw: chartRiverLevel },
  { id: 'chart-outages', ...LANDSCAPE, draw: chartOutages },
  { id: 'chart-tonnage', ...LANDSCAPE, draw: chartTonnage },
  { id: 'chart-heat-bill', ...LANDSCAPE, draw: chartHeatBill },
];

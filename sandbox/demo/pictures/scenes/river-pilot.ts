import { ellipse, polyline } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';
import { pilot } from './river-pilot-figure.ts';

/** The old pilot at the rail, 4:5. */
export function riverPilot(s: Sheet): void {
  eveningRiver(s);
  pilot(s);
  railAndHand(s);
}

/** The sun going down, its road on the water, and a buoy. */
function eveningRiver(s: Sheet): void {
  s.fill(s.box(-20, -20, 1240, 900, 0), { ochre: [0.05, 0.75] });
  s.fill(ellipse(860, 560, 200), { rust: 0.95 });
  s.fill(s.box(-20, 760, 1240, 800), { river: [0.6, 1], night: [0, 0.55] });
  s.fill(
    s.cut(
      [
        [-20, 730],
        [300, 716],
        [700, 742],
        [1220, 720],
        [1220, 776],
        [-20, 776],
      ],
      5,
    ),
    { night: 0.9, river: 0.6 },
  );
  for (let i = 0; i < 20; i += 1) {
    const w = 190 + s.between(-60, 60) - i * 3;
    s.fill(
      s.cut(
        [
          [860 - w, 786 + i * 19],
          [860 + w, 784 + i * 19],
          [860 + w * 0.8, 793 + i * 19],
          [860 - w * 0.7, 793 + i * 19],
        ],
        2,
      ),
      { rust: 0.9 - i * 0.03 },
    );
  }
  s.ripples(-40, 790, 1200, 640, 80, { night: 0.7 });
  s.fill(
    s.cut(
      [
        [1010, 990],
        [1060, 820],
        [1110, 990],
      ],
      2,
    ),
    { rust: 1, night: 0.3 },
  );
  s.fill(
    s.cut(
      [
        [960, 990],
        [1160, 984],
        [1130, 1040],
        [990, 1042],
      ],
      2,
    ),
    { night: 1 },
  );
  s.line(
    polyline([
      [1060, 826],
      [1060, 760],
    ]),
    8,
    { night: 1 },
  );
  s.fill(ellipse(1060, 750, 20), { ochre: 0.1 });
}

/** In front of him: the rail, and his hand on it. */
function railAndHand(s: Sheet): void {
  for (const y of [1400, 1460])
    s.line(
      polyline([
        [-20, y],
        [1220, y - 30],
      ]),
      18,
      { ochre: 0.06 },
    );
  for (let i = 0; i < 6; i += 1)
    s.line(
      polyline([
        [90 + i * 230, 1380],
        [90 + i * 230, 1520],
      ]),
      16,
      { ochre: 0.06 },
    );
  s.fill(
    s.cut(
      [
        [600, 1392],
        [700, 1376],
        [760, 1400],
        [750, 1440],
        [620, 1440],
      ],
      3,
    ),
    { ochre: 0.42, rust: 0.22 },
  );
}

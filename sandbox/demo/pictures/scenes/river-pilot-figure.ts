import { curve, ellipse } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';

/** The pilot himself, from the coat up. */
export function pilot(s: Sheet): void {
  coat(s);
  face(s);
  cap(s);
}

function coat(s: Sheet): void {
  s.fill(`M60 1520C60 1240 120 1040 260 980L420 930L580 980C720 1040 780 1240 790 1520Z`, {
    night: 1,
  });
  s.fill(
    s.cut(
      [
        [340, 960],
        [420, 1060],
        [506, 960],
        [470, 900],
        [372, 900],
      ],
      2,
    ),
    { ochre: 0.05 },
  );
  s.fill(
    s.cut(
      [
        [404, 1030],
        [440, 1030],
        [456, 1250],
        [422, 1300],
        [390, 1250],
      ],
      2,
    ),
    { rust: 1 },
  );
  for (const y of [1150, 1270, 1390])
    for (const x of [300, 560]) s.fill(ellipse(x, y, 17), { ochre: 1 });
}

/** In three-quarter view, the far side in shadow, with a white beard. */
function face(s: Sheet): void {
  s.fill(
    s.cut(
      [
        [330, 620],
        [338, 560],
        [510, 556],
        [540, 620],
        [560, 700],
        [590, 752],
        [552, 770],
        [556, 830],
        [520, 880],
        [460, 900],
        [460, 950],
        [350, 950],
        [330, 840],
        [300, 740],
      ],
      3,
    ),
    { ochre: 0.42, rust: 0.22 },
  );
  s.over(
    s.cut(
      [
        [330, 620],
        [400, 600],
        [390, 760],
        [430, 880],
        [460, 950],
        [350, 950],
        [330, 840],
        [300, 740],
      ],
      3,
    ),
    { night: 0.55 },
  );
  s.fill(
    s.cut(
      [
        [560, 792],
        [470, 780],
        [440, 820],
        [380, 760],
        [350, 800],
        [372, 900],
        [440, 960],
        [520, 930],
        [570, 850],
      ],
      6,
    ),
    { ochre: 0.04 },
  );
  s.overLine(
    curve([
      [470, 812],
      [510, 822],
      [548, 816],
    ]),
    6,
    { night: 0.9 },
  );
  s.fill(ellipse(506, 668, 11, 8), { night: 1 });
  s.line(
    curve([
      [470, 640],
      [500, 626],
      [540, 638],
    ]),
    11,
    { ochre: 0.04 },
  );
  s.overLine(
    curve([
      [530, 680],
      [556, 690],
      [566, 706],
    ]),
    4,
    { night: 0.8 },
  );
  s.overLine(
    curve([
      [352, 690],
      [336, 720],
      [350, 756],
      [374, 750],
    ]),
    7,
    { night: 0.9 },
  );
}

function cap(s: Sheet): void {
  s.fill(
    s.cut(
      [
        [270, 600],
        [286, 470],
        [420, 420],
        [560, 460],
        [586, 566],
      ],
      3,
    ),
    { ochre: 0.06 },
  );
  s.fill(
    s.cut(
      [
        [274, 590],
        [584, 556],
        [596, 610],
        [280, 644],
      ],
      2,
    ),
    { night: 1 },
  );
  s.fill(
    s.cut(
      [
        [500, 600],
        [596, 590],
        [690, 640],
        [640, 660],
        [520, 640],
      ],
      2,
    ),
    { night: 1 },
  );
  s.fill(ellipse(470, 520, 30, 34), { rust: 1 });
}

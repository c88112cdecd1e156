/**
 * Chooses among the asks that a page holds by what only the browser knows: which variant of a test it
 * drew, how often it saw an ask, how many articles it read in 30 days. So the page is the same for
 * every reader without a session and caches may keep it. Stands in the page right behind the ask, and
 * runs before anything is painted: nothing flickers or moves.
 *
 * What it remembers (`localStorage.asks`) never leaves the browser. Told to the server is only "one
 * more browser saw this variant", once per test, without anything that names the browser; and with a
 * gift, the variant. Where storage is forbidden all stays as it is without a script, and counts nowhere.
 *
 * A text and not a function: the policy of the site's answers names its hash, and two bundles of one
 * function need not be the same text.
 */
export const chooseInBrowserScript = `(() => {
  const place = document.currentScript.previousElementSibling;
  const { slug, asks } = JSON.parse(place.dataset.askPlan);
  const today = Math.floor(Date.now() / 864e5);
  const fresh = (days) => (days || []).filter((day) => today - day < 30);
  const note = (change) => {
    const kept = JSON.parse(localStorage.asks || '{}');
    change(kept);
    localStorage.asks = JSON.stringify(kept);
    return kept;
  };
  let kept;
  try {
    kept = note((all) => {
      const read = Object.entries(all.read || {}).filter(([, day]) => today - day < 30);
      all.read = Object.fromEntries([...read.slice(-99), [slug, today]]);
      const tests = Object.entries(all.tests || {}).filter(([, one]) => today - one.day < 400);
      all.tests = Object.fromEntries(tests);
      all.seen = all.seen || {};
      for (const { id, test } of asks) {
        all.seen[id] = fresh(all.seen[id]);
        const key = test && id + ' ' + test.number;
        if (key) all.tests[key] = all.tests[key] || { draw: Math.random() * 100, day: today };
      }
    });
  } catch {
    return;
  }
  const chosen = asks.find(
    ({ id, maxViews, minArticles }) =>
      (!maxViews || kept.seen[id].length < maxViews) &&
      (!minArticles || Object.keys(kept.read).length >= minArticles),
  );
  let arm = 'a';
  let variant = '';
  if (chosen && chosen.test) {
    const { number, shareB, holdBack } = chosen.test;
    const { draw } = kept.tests[chosen.id + ' ' + number];
    if (draw < holdBack) arm = 'none';
    else if ((draw - holdBack) * 100 < (100 - holdBack) * shareB) arm = 'b';
    variant = number + arm;
  }
  const standing = place.querySelector('.ask');
  if (!chosen || arm === 'none') standing.remove();
  else if (chosen !== asks[0] || arm !== 'a') {
    const name = chosen.id + ' ' + arm;
    const other = [...place.querySelectorAll('template')].find((one) => one.dataset.ask === name);
    if (!other) return;
    standing.replaceWith(other.content);
  }
  if (!chosen) return;
  const form = place.querySelector('form');
  if (variant && form) {
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name: 'variant', value: variant });
    form.append(field);
  }
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    try {
      note((all) => {
        if (arm !== 'none') all.seen[chosen.id].push(today);
        const test = all.tests[chosen.id + ' ' + (chosen.test || {}).number];
        if (!test) return;
        const visit = JSON.parse(sessionStorage.visit || '{}');
        visit.lastAsk = chosen.id + ' ' + variant;
        sessionStorage.visit = JSON.stringify(visit);
        if (test.isCounted) return;
        const body = new URLSearchParams({ ask: chosen.id, variant });
        test.isCounted = navigator.sendBeacon('/asks/views', body);
      });
    } catch {
      return;
    }
  }).observe(place);
})();`;

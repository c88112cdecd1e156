-- Recurring revenue, kept by the transactions that write memberships and their changes. What a
-- change means depends on the other changes of the same person: has somebody come for the first
-- time, or returned; have they left, or do they keep another membership?

-- Everything that the changes of some people mean now, less what they meant before the statement.
-- `added`: changes that were not there. `replaced`: memberships as they were, as JSON.
CREATE FUNCTION rollup_recurring_write(people uuid[], added uuid[], replaced jsonb, zone text)
RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  WITH old AS (
    SELECT * FROM jsonb_to_recordset(replaced) AS o(id uuid, supporter_id uuid, tier_id uuid,
      "interval" text, ended_because text, cancel_code text)
  ), known AS MATERIALIZED (
    SELECT c.id, c.membership_id, c.at, c.kind, c.from_monthly_minor AS was, c.to_monthly_minor AS became,
      c.currency, coalesce(m.supporter_id, m.id) AS person, m.tier_id, m."interval",
      coalesce(m.ended_because, '') AS ended_because,
      coalesce(split_part(m.cancel_reason, ':', 1), '') AS cancel_code
    FROM memberships m JOIN membership_changes c ON c.membership_id = m.id
    WHERE (m.supporter_id = ANY(people) OR (m.supporter_id IS NULL AND m.id = ANY(people)))
      AND c.kind IN ('started', 'amount_changed', 'ended')
      AND c.from_monthly_minor <> c.to_monthly_minor
  ), states AS (
    SELECT 1 AS sign, k.id, k.at, k.kind, k.was, k.became, k.currency, k.person, k.tier_id,
      k."interval", k.ended_because, k.cancel_code
    FROM known k
    UNION ALL
    SELECT -1, k.id, k.at, k.kind, k.was, k.became, k.currency,
      CASE WHEN o.id IS NULL THEN k.person ELSE coalesce(o.supporter_id, o.id) END,
      coalesce(o.tier_id, k.tier_id), coalesce(o."interval", k."interval"),
      coalesce(o.ended_because, k.ended_because), coalesce(o.cancel_code, k.cancel_code)
    FROM known k LEFT JOIN old o ON o.id = k.membership_id
    WHERE NOT k.id = ANY(added)
  ), steps AS MATERIALIZED (
    SELECT s.*, (s.at AT TIME ZONE zone)::date AS day, s.became - s.was AS amount,
      (s.was = 0)::int - (s.became = 0)::int AS step,
      min(s.at) FILTER (WHERE s.became > 0) OVER (PARTITION BY s.sign, s.person) AS first_at,
      s.became > 0 AND first_value(s.id) OVER (PARTITION BY s.sign, s.person
        ORDER BY s.became = 0, s.at, s.id) = s.id AS is_first,
      sum((s.was = 0)::int - (s.became = 0)::int)
        OVER (PARTITION BY s.sign, s.person ORDER BY s.at, s.id) AS standing
    FROM states s
  ), told AS MATERIALIZED (
    SELECT *, date_trunc('month', first_at AT TIME ZONE zone)::date AS joined,
      date_trunc('month', day)::date AS month,
      (standing > 0)::int - (standing - step > 0)::int AS person_step,
      CASE WHEN was = 0 AND first_at < at THEN 'reactivation' WHEN was = 0 THEN 'new'
        WHEN became = 0 THEN 'churn' WHEN became > was THEN 'expansion' ELSE 'contraction' END AS movement
    FROM steps
  ), moves AS (
    INSERT INTO rollup_recurring_moves (day, movement, currency, count, people, amount_minor)
    SELECT day, movement, currency, sum(sign), sum(sign * person_step), sum(sign * amount)
    FROM told GROUP BY 1, 2, 3
    HAVING sum(sign) <> 0 OR sum(sign * person_step) <> 0 OR sum(sign * amount) <> 0
  ), tiers AS (
    INSERT INTO rollup_recurring_tiers (day, tier_id, "interval", currency, begun, ended, amount_minor)
    SELECT day, tier_id, "interval", currency, sum(sign * (was = 0)::int),
      sum(sign * (became = 0)::int), sum(sign * amount)
    FROM told GROUP BY 1, 2, 3, 4
    HAVING sum(sign * (was = 0)::int) <> 0 OR sum(sign * (became = 0)::int) <> 0
      OR sum(sign * amount) <> 0
  ), ends AS (
    INSERT INTO rollup_recurring_ends (day, ended_because, cancel_code, currency, count, amount_minor)
    SELECT day, CASE WHEN kind = 'ended' THEN ended_because ELSE 'stopped' END,
      CASE WHEN kind = 'ended' THEN cancel_code ELSE '' END, currency, sum(sign), sum(sign * was)
    FROM told WHERE became = 0 GROUP BY 1, 2, 3, 4
    HAVING sum(sign) <> 0 OR sum(sign * was) <> 0
  )
  INSERT INTO rollup_recurring_cohorts (joined, month, currency, joined_people, joined_minor, people,
    amount_minor)
  SELECT joined, month, r.currency, sum(sign * r.joined_people), sum(sign * r.joined_minor),
    sum(sign * r.people), sum(sign * r.amount)
  FROM told CROSS JOIN LATERAL (VALUES
    ('', is_first::int, 0::bigint, person_step, 0::bigint),
    (told.currency, 0, CASE WHEN is_first THEN became ELSE 0 END, 0, told.amount))
    AS r(currency, joined_people, joined_minor, people, amount)
  WHERE joined IS NOT NULL GROUP BY 1, 2, 3
  HAVING sum(sign * r.joined_people) <> 0 OR sum(sign * r.joined_minor) <> 0
    OR sum(sign * r.people) <> 0 OR sum(sign * r.amount) <> 0;
END $$;
--> statement-breakpoint
CREATE FUNCTION rollup_inserted_membership_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  zone text := rollup_zone();
  added uuid[];
  people uuid[];
BEGIN
  INSERT INTO rollup_recurring_troubles (day, kind, currency, count, amount_minor)
  SELECT (at AT TIME ZONE zone)::date, kind, currency, count(*), sum(to_monthly_minor)
  FROM written WHERE kind IN ('payment_failed', 'recovered') GROUP BY 1, 2, 3;
  SELECT array_agg(id) INTO added FROM written
  WHERE kind IN ('started', 'amount_changed', 'ended') AND from_monthly_minor <> to_monthly_minor;
  IF added IS NULL THEN
    RETURN NULL;
  END IF;
  -- Whose they are stays so until the transaction ends. Whoever changes a membership holds its row already.
  PERFORM 1 FROM memberships
  WHERE id IN (SELECT membership_id FROM written) ORDER BY id FOR NO KEY UPDATE;
  SELECT array_agg(DISTINCT coalesce(supporter_id, id)) INTO people FROM memberships
  WHERE id IN (SELECT membership_id FROM written);
  PERFORM rollup_lock_people(people);
  PERFORM rollup_recurring_write(people, added, '[]', zone);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER membership_changes_rollup_insert AFTER INSERT ON membership_changes
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION rollup_inserted_membership_changes();
--> statement-breakpoint
-- Of a membership counts: whose it is (people are merged), its tier and interval, and why it ended.
CREATE FUNCTION rollup_updated_memberships() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  zone text;
  people uuid[];
  before_it jsonb;
BEGIN
  SELECT jsonb_agg(jsonb_build_object('id', r.id, 'supporter_id', r.supporter_id,
    'tier_id', r.tier_id, 'interval', r."interval", 'ended_because', coalesce(r.ended_because, ''),
    'cancel_code', coalesce(split_part(r.cancel_reason, ':', 1), '')))
  INTO before_it
  FROM replaced r JOIN written w ON w.id = r.id
  WHERE (w.supporter_id, w.tier_id, w."interval", coalesce(w.ended_because, ''),
      coalesce(split_part(w.cancel_reason, ':', 1), ''))
    IS DISTINCT FROM (r.supporter_id, r.tier_id, r."interval", coalesce(r.ended_because, ''),
      coalesce(split_part(r.cancel_reason, ':', 1), ''))
    AND EXISTS (SELECT 1 FROM membership_changes c WHERE c.membership_id = r.id);
  IF before_it IS NULL THEN
    RETURN NULL;
  END IF;
  zone := rollup_zone();
  SELECT array_agg(DISTINCT person) INTO people FROM (
    SELECT coalesce(supporter_id, id) AS person FROM written
    UNION ALL SELECT coalesce(supporter_id, id) FROM replaced) AS both_states;
  PERFORM rollup_lock_people(people);
  PERFORM rollup_recurring_write(people, '{}', before_it, zone);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER memberships_rollup_update AFTER UPDATE ON memberships
  REFERENCING OLD TABLE AS replaced NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION rollup_updated_memberships();
--> statement-breakpoint
-- The same, counted anew: what the rollups must equal at any moment.
CREATE VIEW recurring_steps AS
WITH moved AS (
  SELECT c.id, c.at, c.kind, c.from_monthly_minor AS was, c.to_monthly_minor AS became, c.currency,
    coalesce(m.supporter_id, m.id) AS person, m.tier_id, m."interval",
    coalesce(m.ended_because, '') AS ended_because,
    coalesce(split_part(m.cancel_reason, ':', 1), '') AS cancel_code,
    (c.from_monthly_minor = 0)::int - (c.to_monthly_minor = 0)::int AS step,
    (c.at AT TIME ZONE (SELECT time_zone FROM rollup_state))::date AS day
  FROM membership_changes c JOIN memberships m ON m.id = c.membership_id
  WHERE c.kind IN ('started', 'amount_changed', 'ended')
    AND c.from_monthly_minor <> c.to_monthly_minor
), ordered AS (
  SELECT *,
    min(at) FILTER (WHERE became > 0) OVER (PARTITION BY person) AS first_at,
    first_value(id) OVER (PARTITION BY person ORDER BY became = 0, at, id) AS first_id,
    sum(step) OVER (PARTITION BY person ORDER BY at, id) AS standing
  FROM moved
)
SELECT day, date_trunc('month', day)::date AS month,
  date_trunc('month', first_at AT TIME ZONE (SELECT time_zone FROM rollup_state))::date AS joined,
  id, kind, was, became, became - was AS amount, currency, person, tier_id, "interval",
  ended_because, cancel_code, became > 0 AND first_id = id AS is_first,
  (standing > 0)::int - (standing - step > 0)::int AS person_step,
  CASE WHEN was = 0 AND first_at < at THEN 'reactivation' WHEN was = 0 THEN 'new'
    WHEN became = 0 THEN 'churn' WHEN became > was THEN 'expansion' ELSE 'contraction' END AS movement
FROM ordered;
--> statement-breakpoint
CREATE VIEW recount_recurring_moves AS
SELECT day, movement, currency, count(*) AS count, sum(person_step) AS people, sum(amount) AS amount_minor
FROM recurring_steps GROUP BY 1, 2, 3;
--> statement-breakpoint
CREATE VIEW recount_recurring_tiers AS
SELECT day, tier_id, "interval", currency, sum((was = 0)::int) AS begun,
  sum((became = 0)::int) AS ended, sum(amount) AS amount_minor
FROM recurring_steps GROUP BY 1, 2, 3, 4;
--> statement-breakpoint
CREATE VIEW recount_recurring_ends AS
SELECT day, CASE WHEN kind = 'ended' THEN ended_because ELSE 'stopped' END AS ended_because,
  CASE WHEN kind = 'ended' THEN cancel_code ELSE '' END AS cancel_code, currency,
  count(*) AS count, sum(was) AS amount_minor
FROM recurring_steps WHERE became = 0 GROUP BY 1, 2, 3, 4;
--> statement-breakpoint
CREATE VIEW recount_recurring_cohorts AS
SELECT s.joined, s.month, r.currency, sum(r.joined_people) AS joined_people,
  sum(r.joined_minor) AS joined_minor, sum(r.people) AS people, sum(r.amount) AS amount_minor
FROM recurring_steps s CROSS JOIN LATERAL (VALUES
  ('', s.is_first::int, 0::bigint, s.person_step, 0::bigint),
  (s.currency, 0, CASE WHEN s.is_first THEN s.became ELSE 0 END, 0, s.amount))
  AS r(currency, joined_people, joined_minor, people, amount)
WHERE s.joined IS NOT NULL GROUP BY 1, 2, 3;
--> statement-breakpoint
CREATE VIEW recount_recurring_troubles AS
SELECT (at AT TIME ZONE (SELECT time_zone FROM rollup_state))::date AS day, kind, currency,
  count(*) AS count, sum(to_monthly_minor) AS amount_minor
FROM membership_changes WHERE kind IN ('payment_failed', 'recovered') GROUP BY 1, 2, 3;
--> statement-breakpoint
-- What was there before this migration.
INSERT INTO rollup_recurring_moves (day, movement, currency, count, people, amount_minor, is_folded)
SELECT day, movement, currency, count, people, amount_minor, true FROM recount_recurring_moves;
--> statement-breakpoint
INSERT INTO rollup_recurring_tiers (day, tier_id, "interval", currency, begun, ended, amount_minor, is_folded)
SELECT day, tier_id, "interval", currency, begun, ended, amount_minor, true FROM recount_recurring_tiers;
--> statement-breakpoint
INSERT INTO rollup_recurring_ends (day, ended_because, cancel_code, currency, count, amount_minor, is_folded)
SELECT day, ended_because, cancel_code, currency, count, amount_minor, true FROM recount_recurring_ends;
--> statement-breakpoint
INSERT INTO rollup_recurring_cohorts (joined, month, currency, joined_people, joined_minor, people,
  amount_minor, is_folded)
SELECT joined, month, currency, joined_people, joined_minor, people, amount_minor, true
FROM recount_recurring_cohorts;
--> statement-breakpoint
INSERT INTO rollup_recurring_troubles (day, kind, currency, count, amount_minor, is_folded)
SELECT day, kind, currency, count, amount_minor, true FROM recount_recurring_troubles;

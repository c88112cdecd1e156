-- One statement may book a payment, say whose another one is, and put figures to a third. The third was
-- taken for one that had just come, and fell out of its giver's days: `updated` names all that were there.
DROP FUNCTION rollup_giving_days_write(uuid[], uuid[], boolean, text);
--> statement-breakpoint
CREATE FUNCTION rollup_giving_days_write(ids uuid[], before_people uuid[], updated uuid[], zone text)
RETURNS void LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  people uuid[];
BEGIN
  SELECT array_agg(DISTINCT person) INTO people FROM (
    SELECT coalesce(supporter_id, source_id) AS person FROM payments WHERE id = ANY(ids)
    UNION SELECT person FROM unnest(before_people) person WHERE person IS NOT NULL) all_of_them;
  IF people IS NULL THEN
    RETURN;
  END IF;
  PERFORM rollup_lock_people(people);
  INSERT INTO rollup_giving_days (day_grain, previous_grain, source_group, day, previous, count)
  WITH changed AS (
    SELECT c.id, c.person FROM unnest(ids, before_people) AS c(id, person)
  ), written_by AS (
    SELECT DISTINCT xmin::text AS x, cmin::text AS c FROM payments WHERE id = ANY(ids)
  ), charges AS MATERIALIZED (
    SELECT p.id, coalesce(p.supporter_id, p.source_id) AS person, p.source,
      (p.occurred_at AT TIME ZONE zone)::date AS day
    FROM payments p
    WHERE p.kind = 'charge'
      AND (p.supporter_id = ANY(people)
        OR (p.supporter_id IS NULL AND p.source_id = ANY(people)
          AND p.source IN ('donation', 'membership', 'gift')))
      -- One statement may insert and update: the update is told first, and comes before what it inserted.
      AND NOT (updated IS NOT NULL AND NOT p.id = ANY(updated)
        AND (p.xmin::text, p.cmin::text) IN (SELECT x, c FROM written_by))
  ), states AS (
    SELECT 1 AS sign, person, source, day FROM charges
    UNION ALL
    SELECT -1, CASE WHEN c.id IS NULL THEN h.person ELSE c.person END, h.source, h.day
    FROM charges h LEFT JOIN changed c ON c.id = h.id
    WHERE c.id IS NULL OR c.person IS NOT NULL
  ), days AS (
    SELECT DISTINCT sign, person, g.source_group, day
    FROM states
    CROSS JOIN LATERAL (VALUES ('any'), (CASE WHEN source <> 'membership' THEN 'once' END)) AS g(source_group)
    WHERE g.source_group IS NOT NULL
  ), steps AS (
    SELECT sign, source_group, day,
      coalesce(lag(day) OVER (PARTITION BY sign, person, source_group ORDER BY day), '-infinity') AS previous
    FROM days
  )
  SELECT d.grain, p.grain, source_group, d.at, p.at, sum(sign)
  FROM steps
  CROSS JOIN LATERAL (VALUES ('day', day), ('month', date_trunc('month', day)::date)) AS d(grain, at)
  CROSS JOIN LATERAL (VALUES ('day', previous), ('month', date_trunc('month', previous)::date)) AS p(grain, at)
  GROUP BY 1, 2, 3, 4, 5
  HAVING sum(sign) <> 0;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION rollup_inserted_payments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  zone text := rollup_zone();
  ids uuid[];
BEGIN
  INSERT INTO rollup_income (day, kind, source, currency, settlement_currency,
    count, amount_minor, gross_minor, fee_minor, net_minor)
  SELECT (occurred_at AT TIME ZONE zone)::date, kind, source, currency, coalesce(settlement_currency, ''),
    count(*), sum(amount_minor), coalesce(sum(settlement_gross_minor), 0),
    coalesce(sum(fee_minor), 0), coalesce(sum(net_minor), 0)
  FROM written GROUP BY 1, 2, 3, 4, 5;
  INSERT INTO rollup_gift_sizes (grain, source_group, day, currency, amount_minor, count)
  SELECT d.grain, CASE WHEN source = 'membership' THEN 'recurring' ELSE 'once' END, d.at, currency,
    amount_minor, count(*)
  FROM written
  CROSS JOIN LATERAL (VALUES
    ('day', (occurred_at AT TIME ZONE zone)::date),
    ('month', date_trunc('month', occurred_at AT TIME ZONE zone)::date)) AS d(grain, at)
  WHERE kind = 'charge' GROUP BY 1, 2, 3, 4, 5;
  SELECT array_agg(id) INTO ids FROM written WHERE kind = 'charge';
  IF ids IS NOT NULL THEN
    PERFORM rollup_giving_days_write(ids, array_fill(NULL::uuid, ARRAY[cardinality(ids)]), NULL, zone);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION rollup_updated_payments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  zone text;
  ids uuid[];
  people uuid[];
BEGIN
  IF NOT EXISTS (SELECT 1 FROM written) THEN
    RETURN NULL;
  END IF;
  zone := rollup_zone();
  INSERT INTO rollup_income (day, kind, source, currency, settlement_currency,
    count, amount_minor, gross_minor, fee_minor, net_minor)
  SELECT (occurred_at AT TIME ZONE zone)::date, kind, source, currency, coalesce(settlement_currency, ''),
    sum(sign), sum(sign * amount_minor), coalesce(sum(sign * settlement_gross_minor), 0),
    coalesce(sum(sign * fee_minor), 0), coalesce(sum(sign * net_minor), 0)
  FROM (
    SELECT 1 AS sign, occurred_at, kind, source, currency, settlement_currency, amount_minor,
      settlement_gross_minor, fee_minor, net_minor FROM written
    UNION ALL
    SELECT -1, occurred_at, kind, source, currency, settlement_currency, amount_minor,
      settlement_gross_minor, fee_minor, net_minor FROM replaced) AS both_states
  GROUP BY 1, 2, 3, 4, 5
  HAVING sum(sign) <> 0 OR sum(sign * amount_minor) <> 0 OR sum(sign * settlement_gross_minor) <> 0
    OR sum(sign * fee_minor) <> 0 OR sum(sign * net_minor) <> 0;
  SELECT array_agg(w.id), array_agg(coalesce(r.supporter_id, r.source_id)) INTO ids, people
  FROM written w JOIN replaced r ON r.id = w.id
  WHERE w.kind = 'charge' AND w.supporter_id IS DISTINCT FROM r.supporter_id;
  IF ids IS NOT NULL THEN
    PERFORM rollup_giving_days_write(ids, people, (SELECT array_agg(id) FROM written), zone);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Counted anew, where that has happened.
TRUNCATE rollup_giving_days;
--> statement-breakpoint
INSERT INTO rollup_giving_days (day_grain, previous_grain, source_group, day, previous, count, is_folded)
SELECT day_grain, previous_grain, source_group, day, previous, count, true FROM recount_giving_days;

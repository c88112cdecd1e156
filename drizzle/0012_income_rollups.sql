-- What reports read, kept by the transactions that write the payments. A trigger only ever inserts
-- increments, so that no two payments wait for one row; readers add them up, a job folds them.
INSERT INTO rollup_state (time_zone)
SELECT coalesce(
  (SELECT s.value #>> '{}' FROM settings s JOIN pg_timezone_names z ON z.name = s.value #>> '{}'
   WHERE s.key = 'timeZone'),
  'Europe/Kyiv');
--> statement-breakpoint
-- The zone by which days are counted, held until the transaction ends: it changes between two
-- transactions, never during one. Volatile, so that it is read after the lock is there.
CREATE FUNCTION rollup_zone() RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  zone text;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7306, 0);
  SELECT time_zone INTO STRICT zone FROM rollup_state;
  RETURN zone;
END $$;
--> statement-breakpoint
-- Those who write about the same people wait for each other. In order, and in so many locks at
-- most, whatever the number of people.
CREATE FUNCTION rollup_lock_people(people uuid[]) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  bucket int;
BEGIN
  FOR bucket IN
    SELECT DISTINCT abs(hashtextextended(person::text, 0) % 1024)::int FROM unnest(people) person ORDER BY 1
  LOOP
    PERFORM pg_advisory_xact_lock(7305, bucket);
  END LOOP;
END $$;
--> statement-breakpoint
-- Every day of a person on which they gave, with the one before it: what it is now, less what it
-- was before the statement. `before_people`: whose each of the written payments was; null where it
-- was not there.
CREATE FUNCTION rollup_giving_days_write(ids uuid[], before_people uuid[], is_update boolean, zone text)
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
      AND NOT (is_update AND NOT p.id = ANY(ids)
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
CREATE FUNCTION rollup_inserted_payments() RETURNS trigger LANGUAGE plpgsql AS $$
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
    PERFORM rollup_giving_days_write(ids, array_fill(NULL::uuid, ARRAY[cardinality(ids)]), false, zone);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER payments_rollup_insert AFTER INSERT ON payments
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION rollup_inserted_payments();
--> statement-breakpoint
-- Of a payment only two things change: Stripe's figures are filled in, and whose it is.
CREATE FUNCTION rollup_updated_payments() RETURNS trigger LANGUAGE plpgsql AS $$
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
    PERFORM rollup_giving_days_write(ids, people, true, zone);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER payments_rollup_update AFTER UPDATE ON payments
  REFERENCING OLD TABLE AS replaced NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION rollup_updated_payments();
--> statement-breakpoint
-- The same, counted anew from the payments: what the rollups must equal at any moment.
CREATE VIEW recount_income AS
SELECT (occurred_at AT TIME ZONE (SELECT time_zone FROM rollup_state))::date AS day, kind, source,
  currency, coalesce(settlement_currency, '') AS settlement_currency,
  count(*) AS count, sum(amount_minor) AS amount_minor,
  coalesce(sum(settlement_gross_minor), 0) AS gross_minor,
  coalesce(sum(fee_minor), 0) AS fee_minor, coalesce(sum(net_minor), 0) AS net_minor
FROM payments GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
CREATE VIEW recount_gift_sizes AS
WITH sizes AS (
  SELECT CASE WHEN source = 'membership' THEN 'recurring' ELSE 'once' END AS source_group,
    (occurred_at AT TIME ZONE (SELECT time_zone FROM rollup_state))::date AS day,
    currency, amount_minor, count(*) AS count
  FROM payments WHERE kind = 'charge' GROUP BY 1, 2, 3, 4
)
SELECT 'day' AS grain, source_group, day, currency, amount_minor, count FROM sizes
UNION ALL
SELECT 'month', source_group, date_trunc('month', day)::date, currency, amount_minor, sum(count)
FROM sizes GROUP BY 2, 3, 4, 5;
--> statement-breakpoint
CREATE VIEW recount_giving_days AS
WITH gifts AS MATERIALIZED (
  SELECT coalesce(supporter_id, source_id) AS person, source <> 'membership' AS is_once,
    (occurred_at AT TIME ZONE (SELECT time_zone FROM rollup_state))::date AS day
  FROM payments WHERE kind = 'charge'
), steps AS (
  SELECT 'any' AS source_group, day, lag(day) OVER (PARTITION BY person ORDER BY day) AS previous
  FROM (SELECT DISTINCT person, day FROM gifts) AS days
  UNION ALL
  SELECT 'once', day, lag(day) OVER (PARTITION BY person ORDER BY day)
  FROM (SELECT DISTINCT person, day FROM gifts WHERE is_once) AS days
), counted AS MATERIALIZED (
  SELECT source_group, day, coalesce(previous, '-infinity') AS previous, count(*) AS count
  FROM steps GROUP BY 1, 2, 3
)
SELECT d.grain AS day_grain, p.grain AS previous_grain, source_group, d.at AS day, p.at AS previous,
  sum(count) AS count
FROM counted
CROSS JOIN LATERAL (VALUES ('day', day), ('month', date_trunc('month', day)::date)) AS d(grain, at)
CROSS JOIN LATERAL (VALUES ('day', previous), ('month', date_trunc('month', previous)::date)) AS p(grain, at)
GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
-- What was there before this migration.
INSERT INTO rollup_income (day, kind, source, currency, settlement_currency, count, amount_minor,
  gross_minor, fee_minor, net_minor, is_folded)
SELECT day, kind, source, currency, settlement_currency, count, amount_minor, gross_minor, fee_minor,
  net_minor, true FROM recount_income;
--> statement-breakpoint
INSERT INTO rollup_gift_sizes (grain, source_group, day, currency, amount_minor, count, is_folded)
SELECT grain, source_group, day, currency, amount_minor, count, true FROM recount_gift_sizes;
--> statement-breakpoint
INSERT INTO rollup_giving_days (day_grain, previous_grain, source_group, day, previous, count, is_folded)
SELECT day_grain, previous_grain, source_group, day, previous, count, true FROM recount_giving_days;

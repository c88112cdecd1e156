-- A long stretch is read in few pieces: what articles brought is kept by sixths of months and by quarters
-- too, how large gifts are by years, what moved recurring revenue by months, and what a campaign brought in
-- one sum. Nobody writes payments while what is there is added up.
LOCK TABLE payments IN SHARE ROW EXCLUSIVE MODE;
--> statement-breakpoint
-- The first day of the sixth of a month (five days, the last one as long as it takes) in which a day is.
CREATE FUNCTION rollup_sixth(day date) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT date_trunc('month', day)::date + 5 * least((extract(day FROM day)::int - 1) / 5, 5)
$$;
--> statement-breakpoint
-- By what a dimension is kept, and where a day stands in each.
CREATE FUNCTION rollup_source_grains(dimension text, day date) RETURNS TABLE (grain text, at date)
LANGUAGE sql IMMUTABLE AS $$
  VALUES ('day', day), ('month', date_trunc('month', day)::date), ('year', date_trunc('year', day)::date)
  UNION ALL
  SELECT g.grain, g.at FROM (VALUES ('sixth', rollup_sixth(day)), ('third', rollup_third(day)),
    ('quarter', date_trunc('quarter', day)::date)) AS g(grain, at)
  WHERE dimension = 'article'
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION rollup_sources_inserted() RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  zone text := rollup_zone();
BEGIN
  PERFORM rollup_lock_orders((SELECT array_agg(DISTINCT source_id) FROM written WHERE source = 'membership'));
  INSERT INTO rollup_sources (dimension, grain, day, key, settlement_currency, charges, gross_minor, fee_minor,
    returns, returned_minor, returned_fee_minor)
  SELECT d.dimension, g.grain, g.at, d.key, coalesce(p.settlement_currency, ''),
    sum((p.kind = 'charge')::int) AS charges,
    coalesce(sum(p.settlement_gross_minor) FILTER (WHERE p.kind = 'charge'), 0) AS gross_minor,
    coalesce(sum(p.fee_minor) FILTER (WHERE p.kind = 'charge'), 0) AS fee_minor,
    sum((p.kind <> 'charge')::int) AS returns,
    coalesce(sum(p.settlement_gross_minor) FILTER (WHERE p.kind <> 'charge'), 0) AS returned_minor,
    coalesce(sum(p.fee_minor) FILTER (WHERE p.kind <> 'charge'), 0) AS returned_fee_minor
  FROM written p
  LEFT JOIN payment_origins o ON o.source = p.source AND o.source_id = p.source_id
  CROSS JOIN LATERAL (VALUES
    ('article', coalesce(p.article_id::text, '')),
    ('ask', coalesce(p.ask_id::text || '/' || coalesce(o.ask_variant, ''), '')),
    ('campaign', coalesce(p.campaign_id::text, '')),
    ('country', coalesce(p.country, '')),
    ('tier', coalesce(o.tier, '')),
    ('referrer', coalesce(o.referrer, ''))) AS d(dimension, key)
  CROSS JOIN LATERAL rollup_source_grains(d.dimension, (p.occurred_at AT TIME ZONE zone)::date) AS g(grain, at)
  GROUP BY 1, 2, 3, 4, 5;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION rollup_sources_updated() RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  zone text;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM written w JOIN replaced r ON r.id = w.id
      WHERE (w.settlement_currency, w.country, w.article_id, w.ask_id, w.campaign_id)
        IS DISTINCT FROM (r.settlement_currency, r.country, r.article_id, r.ask_id, r.campaign_id)) THEN
    RETURN NULL;
  END IF;
  zone := rollup_zone();
  PERFORM rollup_lock_orders((SELECT array_agg(DISTINCT source_id) FROM written WHERE source = 'membership'));
  INSERT INTO rollup_sources (dimension, grain, day, key, settlement_currency, charges, gross_minor, fee_minor,
    returns, returned_minor, returned_fee_minor)
  SELECT d.dimension, g.grain, g.at, d.key, coalesce(p.settlement_currency, ''),
    sum(p.sign * (p.kind = 'charge')::int) AS charges,
    coalesce(sum(p.sign * p.settlement_gross_minor) FILTER (WHERE p.kind = 'charge'), 0) AS gross_minor,
    coalesce(sum(p.sign * p.fee_minor) FILTER (WHERE p.kind = 'charge'), 0) AS fee_minor,
    sum(p.sign * (p.kind <> 'charge')::int) AS returns,
    coalesce(sum(p.sign * p.settlement_gross_minor) FILTER (WHERE p.kind <> 'charge'), 0) AS returned_minor,
    coalesce(sum(p.sign * p.fee_minor) FILTER (WHERE p.kind <> 'charge'), 0) AS returned_fee_minor
  FROM (
    SELECT 1 AS sign, w.kind, w.source, w.source_id, w.occurred_at, w.settlement_currency,
      w.settlement_gross_minor, w.fee_minor, w.article_id, w.ask_id, w.campaign_id, w.country
    FROM written w
    UNION ALL
    SELECT -1, r.kind, r.source, r.source_id, r.occurred_at, r.settlement_currency,
      r.settlement_gross_minor, r.fee_minor, r.article_id, r.ask_id, r.campaign_id, r.country
    FROM replaced r) AS p
  LEFT JOIN payment_origins o ON o.source = p.source AND o.source_id = p.source_id
  CROSS JOIN LATERAL (VALUES
    ('article', coalesce(p.article_id::text, '')),
    ('ask', coalesce(p.ask_id::text || '/' || coalesce(o.ask_variant, ''), '')),
    ('campaign', coalesce(p.campaign_id::text, '')),
    ('country', coalesce(p.country, '')),
    ('tier', coalesce(o.tier, '')),
    ('referrer', coalesce(o.referrer, ''))) AS d(dimension, key)
  CROSS JOIN LATERAL rollup_source_grains(d.dimension, (p.occurred_at AT TIME ZONE zone)::date) AS g(grain, at)
  GROUP BY 1, 2, 3, 4, 5
  -- Figures come together with their currency: where a sum changes, a count does.
  HAVING sum(p.sign * (p.kind = 'charge')::int) <> 0 OR sum(p.sign * (p.kind <> 'charge')::int) <> 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE VIEW recount_sources AS
WITH zoned AS (
  SELECT p.*, (p.occurred_at AT TIME ZONE (SELECT time_zone FROM rollup_state))::date AS day,
    p.stripe_charge_id IS NOT DISTINCT FROM first_value(CASE WHEN p.kind = 'charge' THEN p.stripe_charge_id END) OVER (
      PARTITION BY coalesce(p.supporter_id, p.source_id) ORDER BY p.kind <> 'charge', p.occurred_at, p.id) AS is_new
  FROM payments p
), days AS MATERIALIZED (
  SELECT d.dimension, p.day, d.key, coalesce(p.settlement_currency, '') AS settlement_currency,
    sum((p.kind = 'charge')::int) AS charges,
    coalesce(sum(p.settlement_gross_minor) FILTER (WHERE p.kind = 'charge'), 0) AS gross_minor,
    coalesce(sum(p.fee_minor) FILTER (WHERE p.kind = 'charge'), 0) AS fee_minor,
    sum((p.kind <> 'charge')::int) AS returns,
    coalesce(sum(p.settlement_gross_minor) FILTER (WHERE p.kind <> 'charge'), 0) AS returned_minor,
    coalesce(sum(p.fee_minor) FILTER (WHERE p.kind <> 'charge'), 0) AS returned_fee_minor
  FROM zoned p
  LEFT JOIN payment_origins o ON o.source = p.source AND o.source_id = p.source_id
  CROSS JOIN LATERAL (VALUES
    ('article', coalesce(p.article_id::text, '')),
    ('ask', coalesce(p.ask_id::text || '/' || coalesce(o.ask_variant, ''), '')),
    ('campaign', coalesce(p.campaign_id::text, '')),
    ('country', coalesce(p.country, '')),
    ('tier', coalesce(o.tier, '')),
    ('referrer', coalesce(o.referrer, '')),
    ('standing', CASE WHEN p.is_new THEN 'new' ELSE 'returning' END)) AS d(dimension, key)
  GROUP BY 1, 2, 3, 4
)
SELECT dimension, g.grain, g.at AS day, key, settlement_currency, sum(charges) AS charges, sum(gross_minor) AS gross_minor,
  sum(fee_minor) AS fee_minor, sum(returns) AS returns, sum(returned_minor) AS returned_minor,
  sum(returned_fee_minor) AS returned_fee_minor
FROM days CROSS JOIN LATERAL rollup_source_grains(dimension, day) AS g(grain, at)
GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
INSERT INTO rollup_sources (dimension, grain, day, key, settlement_currency, charges, gross_minor, fee_minor,
  returns, returned_minor, returned_fee_minor, is_folded)
SELECT dimension, 'sixth', rollup_sixth(day), key, settlement_currency, sum(charges), sum(gross_minor), sum(fee_minor),
  sum(returns), sum(returned_minor), sum(returned_fee_minor), true
FROM rollup_sources WHERE dimension = 'article' AND grain = 'day' GROUP BY 1, 2, 3, 4, 5 ORDER BY 3, 5, 4;
--> statement-breakpoint
INSERT INTO rollup_sources (dimension, grain, day, key, settlement_currency, charges, gross_minor, fee_minor,
  returns, returned_minor, returned_fee_minor, is_folded)
SELECT dimension, 'quarter', date_trunc('quarter', day)::date, key, settlement_currency, sum(charges), sum(gross_minor),
  sum(fee_minor), sum(returns), sum(returned_minor), sum(returned_fee_minor), true
FROM rollup_sources WHERE dimension = 'article' AND grain = 'month' GROUP BY 1, 2, 3, 4, 5 ORDER BY 3, 5, 4;
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
    ('month', date_trunc('month', occurred_at AT TIME ZONE zone)::date),
    ('year', date_trunc('year', occurred_at AT TIME ZONE zone)::date)) AS d(grain, at)
  WHERE kind = 'charge' GROUP BY 1, 2, 3, 4, 5;
  SELECT array_agg(id) INTO ids FROM written WHERE kind = 'charge';
  IF ids IS NOT NULL THEN
    PERFORM rollup_giving_days_write(ids, array_fill(NULL::uuid, ARRAY[cardinality(ids)]), NULL, zone);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE VIEW recount_gift_sizes AS
WITH sizes AS (
  SELECT CASE WHEN source = 'membership' THEN 'recurring' ELSE 'once' END AS source_group,
    (occurred_at AT TIME ZONE (SELECT time_zone FROM rollup_state))::date AS day,
    currency, amount_minor, count(*) AS count
  FROM payments WHERE kind = 'charge' GROUP BY 1, 2, 3, 4
)
SELECT 'day' AS grain, source_group, day, currency, amount_minor, count FROM sizes
UNION ALL
SELECT g.grain, source_group, date_trunc(g.grain, day)::date, currency, amount_minor, sum(count)
FROM sizes CROSS JOIN (VALUES ('month'), ('year')) AS g(grain) GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
INSERT INTO rollup_gift_sizes (grain, source_group, day, currency, amount_minor, count, is_folded)
SELECT 'year', source_group, date_trunc('year', day)::date, currency, amount_minor, sum(count), true
FROM rollup_gift_sizes WHERE grain = 'month' GROUP BY 2, 3, 4, 5;
--> statement-breakpoint
-- What comes into the rollup by day comes here in the same statement. What folding brings there is no
-- news, and is marked as such.
CREATE FUNCTION rollup_recurring_moves_by_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rollup_recurring_move_months (day, movement, currency, count, people, amount_minor)
  SELECT date_trunc('month', day)::date, movement, currency, sum(count), sum(people), sum(amount_minor)
  FROM added WHERE NOT is_folded GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER rollup_recurring_moves_by_month AFTER INSERT ON rollup_recurring_moves
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_recurring_moves_by_month();
--> statement-breakpoint
CREATE VIEW recount_recurring_move_months AS
SELECT date_trunc('month', day)::date AS day, movement, currency, sum(count) AS count, sum(people) AS people,
  sum(amount_minor) AS amount_minor
FROM recount_recurring_moves GROUP BY 1, 2, 3;
--> statement-breakpoint
-- Nobody adds to the days meanwhile: the trigger holds the table.
INSERT INTO rollup_recurring_move_months (day, movement, currency, count, people, amount_minor, is_folded)
SELECT date_trunc('month', day)::date, movement, currency, sum(count), sum(people), sum(amount_minor), true
FROM rollup_recurring_moves GROUP BY 1, 2, 3;
--> statement-breakpoint
CREATE FUNCTION rollup_campaigns_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rollup_campaigns (campaign_id, currency, count, amount_minor)
  SELECT campaign_id, currency, count(*), sum(amount_minor)
  FROM written WHERE campaign_id IS NOT NULL GROUP BY 1, 2;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER payments_campaigns_insert AFTER INSERT ON payments
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION rollup_campaigns_inserted();
--> statement-breakpoint
CREATE FUNCTION rollup_campaigns_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rollup_campaigns (campaign_id, currency, count, amount_minor)
  SELECT campaign_id, currency, sum(sign), sum(sign * amount_minor)
  FROM (
    SELECT 1 AS sign, campaign_id, currency, amount_minor FROM written
    UNION ALL
    SELECT -1, campaign_id, currency, amount_minor FROM replaced) AS both_states
  WHERE campaign_id IS NOT NULL GROUP BY 1, 2
  HAVING sum(sign) <> 0 OR sum(sign * amount_minor) <> 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER payments_campaigns_update AFTER UPDATE ON payments
  REFERENCING OLD TABLE AS replaced NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION rollup_campaigns_updated();
--> statement-breakpoint
CREATE VIEW recount_campaigns AS
SELECT campaign_id, currency, count(*) AS count, sum(amount_minor) AS amount_minor
FROM payments WHERE campaign_id IS NOT NULL GROUP BY 1, 2;
--> statement-breakpoint
INSERT INTO rollup_campaigns (campaign_id, currency, count, amount_minor, is_folded)
SELECT campaign_id, currency, count, amount_minor, true FROM recount_campaigns;
--> statement-breakpoint
-- Who gave very much are few, and a coarse histogram takes them for many.
ALTER TABLE supporter_given ALTER COLUMN given_minor SET STATISTICS 1000;
--> statement-breakpoint
ANALYZE supporter_given;

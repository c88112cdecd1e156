-- What brought the money, kept by the transactions that write the payments. What an order was brought
-- by is written once, when its form is posted; the tier is the one that a membership has now.
CREATE VIEW payment_origins AS
SELECT 'donation' AS source, id AS source_id, coalesce(ask_variant, '') AS ask_variant,
  coalesce('utm:' || nullif(utm_source, ''), referrer_host, '') AS referrer, '' AS tier
FROM donations
UNION ALL
SELECT 'membership', id, coalesce(ask_variant, ''),
  coalesce('utm:' || nullif(utm_source, ''), referrer_host, ''), tier_id::text
FROM memberships
UNION ALL
SELECT 'gift', id, coalesce(ask_variant, ''),
  coalesce('utm:' || nullif(utm_source, ''), referrer_host, ''), tier_id::text
FROM gifts;
--> statement-breakpoint
-- The first day of the third of a month in which a day is. Articles are kept by thirds too: on a day,
-- nearly as many of them bring something as in a month.
CREATE FUNCTION rollup_third(day date) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT date_trunc('month', day)::date + 10 * least((extract(day FROM day)::int - 1) / 10, 2)
$$;
--> statement-breakpoint
-- Who books a payment of a membership and who moves that membership to another tier wait for each
-- other. In order, and in so many locks at most, whatever the number of memberships.
CREATE FUNCTION rollup_lock_orders(orders uuid[]) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  bucket int;
BEGIN
  FOR bucket IN
    SELECT DISTINCT abs(hashtextextended(o::text, 0) % 1024)::int FROM unnest(orders) o ORDER BY 1
  LOOP
    PERFORM pg_advisory_xact_lock(7307, bucket);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION rollup_sources_inserted() RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$
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
  CROSS JOIN LATERAL (VALUES
    ('day', (p.occurred_at AT TIME ZONE zone)::date),
    ('month', date_trunc('month', p.occurred_at AT TIME ZONE zone)::date),
    ('year', date_trunc('year', p.occurred_at AT TIME ZONE zone)::date),
    (CASE WHEN d.dimension = 'article' THEN 'third' END,
      rollup_third((p.occurred_at AT TIME ZONE zone)::date))) AS g(grain, at)
  WHERE g.grain IS NOT NULL
  GROUP BY 1, 2, 3, 4, 5;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER payments_sources_insert AFTER INSERT ON payments
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION rollup_sources_inserted();
--> statement-breakpoint
-- Stripe's figures are filled in. Whose a payment is makes no difference here.
CREATE FUNCTION rollup_sources_updated() RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$
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
  CROSS JOIN LATERAL (VALUES
    ('day', (p.occurred_at AT TIME ZONE zone)::date),
    ('month', date_trunc('month', p.occurred_at AT TIME ZONE zone)::date),
    ('year', date_trunc('year', p.occurred_at AT TIME ZONE zone)::date),
    (CASE WHEN d.dimension = 'article' THEN 'third' END,
      rollup_third((p.occurred_at AT TIME ZONE zone)::date))) AS g(grain, at)
  WHERE g.grain IS NOT NULL
  GROUP BY 1, 2, 3, 4, 5
  -- Figures come together with their currency: where a sum changes, a count does.
  HAVING sum(p.sign * (p.kind = 'charge')::int) <> 0 OR sum(p.sign * (p.kind <> 'charge')::int) <> 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER payments_sources_update AFTER UPDATE ON payments
  REFERENCING OLD TABLE AS replaced NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION rollup_sources_updated();
--> statement-breakpoint
-- New is the first charge of a person with what went back of it, returning everything else. Which
-- charge is the first one changes with what is booked late and with whose a payment is: all that the
-- people of a statement paid is told as it is now, less as it was before. `was`: the rows that were
-- replaced; `updated`: all that the statement found there, if it is an update. Of somebody unknown, each order is a person by itself.
CREATE FUNCTION rollup_standing_write(ids uuid[], was payments[], updated uuid[], zone text)
RETURNS void LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  people uuid[];
BEGIN
  SELECT array_agg(DISTINCT person) INTO people FROM (
    SELECT coalesce(supporter_id, source_id) AS person FROM payments WHERE id = ANY(ids)
    UNION SELECT coalesce(w.supporter_id, w.source_id) FROM unnest(was) w) all_of_them;
  IF people IS NULL THEN
    RETURN;
  END IF;
  PERFORM rollup_lock_people(people);
  INSERT INTO rollup_sources (dimension, grain, day, key, settlement_currency, charges, gross_minor, fee_minor,
    returns, returned_minor, returned_fee_minor)
  WITH written_by AS (
    SELECT DISTINCT xmin::text AS x, cmin::text AS c FROM payments WHERE id = ANY(ids)
  ), of_them AS MATERIALIZED (
    SELECT p.id, coalesce(p.supporter_id, p.source_id) AS person, p.kind, p.stripe_charge_id, p.occurred_at,
      coalesce(p.settlement_currency, '') AS settlement_currency, p.settlement_gross_minor, p.fee_minor
    FROM payments p
    WHERE (p.supporter_id = ANY(people)
        OR (p.supporter_id IS NULL AND p.source_id = ANY(people)
          AND p.source IN ('donation', 'membership', 'gift')))
      -- One statement may insert and update: the update is told first, and comes before what it inserted.
      AND NOT (updated IS NOT NULL AND NOT p.id = ANY(updated)
        AND (p.xmin::text, p.cmin::text) IN (SELECT x, c FROM written_by))
  ), states AS (
    SELECT 1 AS sign, t.* FROM of_them t
    UNION ALL
    SELECT -1, t.* FROM of_them t WHERE NOT t.id = ANY(ids)
    UNION ALL
    SELECT -1, w.id, coalesce(w.supporter_id, w.source_id), w.kind, w.stripe_charge_id, w.occurred_at,
      coalesce(w.settlement_currency, ''), w.settlement_gross_minor, w.fee_minor
    FROM unnest(was) w
  ), firsts AS (
    SELECT DISTINCT ON (sign, person) sign, person, stripe_charge_id AS first_charge
    FROM states WHERE kind = 'charge' ORDER BY sign, person, occurred_at, id
  )
  SELECT 'standing', g.grain, g.at,
    CASE WHEN s.stripe_charge_id = f.first_charge THEN 'new' ELSE 'returning' END, s.settlement_currency,
    sum(s.sign * (s.kind = 'charge')::int) AS charges,
    coalesce(sum(s.sign * s.settlement_gross_minor) FILTER (WHERE s.kind = 'charge'), 0) AS gross_minor,
    coalesce(sum(s.sign * s.fee_minor) FILTER (WHERE s.kind = 'charge'), 0) AS fee_minor,
    sum(s.sign * (s.kind <> 'charge')::int) AS returns,
    coalesce(sum(s.sign * s.settlement_gross_minor) FILTER (WHERE s.kind <> 'charge'), 0) AS returned_minor,
    coalesce(sum(s.sign * s.fee_minor) FILTER (WHERE s.kind <> 'charge'), 0) AS returned_fee_minor
  FROM states s
  LEFT JOIN firsts f ON f.sign = s.sign AND f.person = s.person
  CROSS JOIN LATERAL (VALUES
    ('day', (s.occurred_at AT TIME ZONE zone)::date),
    ('month', date_trunc('month', s.occurred_at AT TIME ZONE zone)::date),
    ('year', date_trunc('year', s.occurred_at AT TIME ZONE zone)::date)) AS g(grain, at)
  GROUP BY 2, 3, 4, 5
  HAVING sum(s.sign * (s.kind = 'charge')::int) <> 0 OR sum(s.sign * (s.kind <> 'charge')::int) <> 0
    OR sum(s.sign * s.settlement_gross_minor) <> 0 OR sum(s.sign * s.fee_minor) <> 0;
END $$;
--> statement-breakpoint
CREATE FUNCTION rollup_standing_inserted() RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM rollup_standing_write((SELECT array_agg(id) FROM written), NULL, NULL, rollup_zone());
  RETURN NULL;
END $$;
--> statement-breakpoint
-- By its name it comes before the other rollups: whoever it has to lock is locked at once, in order.
CREATE TRIGGER payments_giver_standing_insert AFTER INSERT ON payments
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION rollup_standing_inserted();
--> statement-breakpoint
CREATE FUNCTION rollup_standing_updated() RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  ids uuid[];
  was payments[];
BEGIN
  SELECT array_agg(w.id), array_agg(ROW(r.*)::payments) INTO ids, was
  FROM written w JOIN replaced r ON r.id = w.id
  WHERE (w.settlement_currency, w.supporter_id) IS DISTINCT FROM (r.settlement_currency, r.supporter_id);
  IF ids IS NOT NULL THEN
    PERFORM rollup_standing_write(ids, was, (SELECT array_agg(id) FROM written), rollup_zone());
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER payments_giver_standing_update AFTER UPDATE ON payments
  REFERENCING OLD TABLE AS replaced NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION rollup_standing_updated();
--> statement-breakpoint
-- A membership that moves to another tier takes its payments along.
CREATE FUNCTION rollup_sources_moved() RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  zone text;
  moved uuid[];
BEGIN
  SELECT array_agg(w.id) INTO moved FROM written w JOIN replaced r ON r.id = w.id
  WHERE w.tier_id <> r.tier_id;
  IF moved IS NULL THEN
    RETURN NULL;
  END IF;
  zone := rollup_zone();
  PERFORM rollup_lock_orders(moved);
  INSERT INTO rollup_sources (dimension, grain, day, key, settlement_currency, charges, gross_minor, fee_minor,
    returns, returned_minor, returned_fee_minor)
  SELECT 'tier', g.grain, g.at, m.tier, coalesce(p.settlement_currency, ''),
    sum(m.sign * (p.kind = 'charge')::int) AS charges,
    coalesce(sum(m.sign * p.settlement_gross_minor) FILTER (WHERE p.kind = 'charge'), 0) AS gross_minor,
    coalesce(sum(m.sign * p.fee_minor) FILTER (WHERE p.kind = 'charge'), 0) AS fee_minor,
    sum(m.sign * (p.kind <> 'charge')::int) AS returns,
    coalesce(sum(m.sign * p.settlement_gross_minor) FILTER (WHERE p.kind <> 'charge'), 0) AS returned_minor,
    coalesce(sum(m.sign * p.fee_minor) FILTER (WHERE p.kind <> 'charge'), 0) AS returned_fee_minor
  FROM (
    SELECT 1 AS sign, w.id, w.tier_id::text AS tier FROM written w WHERE w.id = ANY(moved)
    UNION ALL
    SELECT -1, r.id, r.tier_id::text FROM replaced r WHERE r.id = ANY(moved)) AS m
  JOIN payments p ON p.source = 'membership' AND p.source_id = m.id
  CROSS JOIN LATERAL (VALUES
    ('day', (p.occurred_at AT TIME ZONE zone)::date),
    ('month', date_trunc('month', p.occurred_at AT TIME ZONE zone)::date),
    ('year', date_trunc('year', p.occurred_at AT TIME ZONE zone)::date)) AS g(grain, at)
  GROUP BY 2, 3, 4, 5
  HAVING sum(m.sign) <> 0 OR sum(m.sign * (p.kind = 'charge')::int) <> 0
    OR sum(m.sign * p.settlement_gross_minor) <> 0 OR sum(m.sign * p.fee_minor) <> 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER memberships_sources_update AFTER UPDATE ON memberships
  REFERENCING OLD TABLE AS replaced NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION rollup_sources_moved();
--> statement-breakpoint
-- What brought an order does not change afterwards: the sums of years go by it.
CREATE FUNCTION orders_keep_origin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what brought an order does not change: % refused', OLD.id
    USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER donations_keep_origin BEFORE UPDATE OF ask_variant, referrer_host, utm_source ON donations
  FOR EACH ROW WHEN ((OLD.ask_variant, OLD.referrer_host, OLD.utm_source)
    IS DISTINCT FROM (NEW.ask_variant, NEW.referrer_host, NEW.utm_source))
  EXECUTE FUNCTION orders_keep_origin();
--> statement-breakpoint
CREATE TRIGGER memberships_keep_origin BEFORE UPDATE OF ask_variant, referrer_host, utm_source ON memberships
  FOR EACH ROW WHEN ((OLD.ask_variant, OLD.referrer_host, OLD.utm_source)
    IS DISTINCT FROM (NEW.ask_variant, NEW.referrer_host, NEW.utm_source))
  EXECUTE FUNCTION orders_keep_origin();
--> statement-breakpoint
CREATE TRIGGER gifts_keep_origin BEFORE UPDATE OF ask_variant, referrer_host, utm_source ON gifts
  FOR EACH ROW WHEN ((OLD.ask_variant, OLD.referrer_host, OLD.utm_source)
    IS DISTINCT FROM (NEW.ask_variant, NEW.referrer_host, NEW.utm_source))
  EXECUTE FUNCTION orders_keep_origin();
--> statement-breakpoint
-- The same, counted anew: what the rollup must equal at any moment.
CREATE VIEW recount_sources AS
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
SELECT dimension, 'day' AS grain, day, key, settlement_currency, charges, gross_minor, fee_minor, returns,
  returned_minor, returned_fee_minor
FROM days
UNION ALL
SELECT dimension, g.grain, date_trunc(g.grain, day)::date, key, settlement_currency, sum(charges), sum(gross_minor),
  sum(fee_minor), sum(returns), sum(returned_minor), sum(returned_fee_minor)
FROM days CROSS JOIN (VALUES ('month'), ('year')) AS g(grain)
GROUP BY 1, 2, 3, 4, 5
UNION ALL
SELECT dimension, 'third', rollup_third(day), key, settlement_currency, sum(charges), sum(gross_minor),
  sum(fee_minor), sum(returns), sum(returned_minor), sum(returned_fee_minor)
FROM days WHERE dimension = 'article' GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
-- What was there before this migration.
INSERT INTO rollup_sources (dimension, grain, day, key, settlement_currency, charges, gross_minor, fee_minor,
    returns, returned_minor, returned_fee_minor, is_folded)
SELECT dimension, grain, day, key, settlement_currency, charges, gross_minor, fee_minor,
    returns, returned_minor, returned_fee_minor, true FROM recount_sources;

-- The one definition of what the supporters' list knows of a person: read from the payments and the
-- memberships themselves. The triggers, the rebuild and the check all use it.
CREATE FUNCTION recount_supporter_facts(ids uuid[]) RETURNS SETOF supporter_facts
LANGUAGE sql STABLE AS $$
  SELECT s.id, s.created_at, s.country, s.locale,
    coalesce(p.charges, 0)::integer, coalesce(p.gifts, 0)::integer,
    p.first_charge_at, p.last_charge_at, p.last_gift_at,
    won.article_id, won.campaign_id,
    (SELECT min(f.started_at) FROM memberships f WHERE f.supporter_id = s.id),
    m.id, m.status, m.tier_id,
    CASE WHEN m.is_live THEN m.cancel_at END,
    CASE WHEN m.is_live THEN m.card_exp_year * 12 + m.card_exp_month END
  FROM unnest(ids) AS wanted(id)
  JOIN supporters s ON s.id = wanted.id AND s.merged_into_id IS NULL
  CROSS JOIN LATERAL (
    SELECT count(*) AS charges,
      count(*) FILTER (WHERE c.source <> 'membership') AS gifts,
      min(c.occurred_at) AS first_charge_at,
      max(c.occurred_at) AS last_charge_at,
      max(c.occurred_at) FILTER (WHERE c.source <> 'membership') AS last_gift_at
    FROM payments c WHERE c.supporter_id = s.id AND c.kind = 'charge'
  ) p
  LEFT JOIN LATERAL (
    SELECT c.article_id, c.campaign_id FROM payments c
    WHERE c.supporter_id = s.id AND c.kind = 'charge'
    ORDER BY c.occurred_at, c.id LIMIT 1
  ) won ON true
  LEFT JOIN LATERAL (
    SELECT o.id, o.status, o.tier_id, o.cancel_at, o.card_exp_year, o.card_exp_month,
      o.status IN ('trialing', 'active', 'past_due', 'unpaid', 'paused') AS is_live
    FROM memberships o WHERE o.supporter_id = s.id AND o.started_at IS NOT NULL
    ORDER BY o.status IN ('trialing', 'active', 'past_due', 'unpaid', 'paused') DESC,
      o.started_at DESC, o.id LIMIT 1
  ) m ON true
$$;
--> statement-breakpoint
CREATE FUNCTION recount_supporter_given(ids uuid[]) RETURNS SETOF supporter_given
LANGUAGE sql STABLE AS $$
  SELECT p.supporter_id, p.settlement_currency, sum(p.settlement_gross_minor)::bigint
  FROM payments p
  JOIN supporters s ON s.id = p.supporter_id AND s.merged_into_id IS NULL
  WHERE p.supporter_id = ANY (ids) AND p.settlement_currency IS NOT NULL
  GROUP BY p.supporter_id, p.settlement_currency
$$;
--> statement-breakpoint
-- Writes the rows of these people anew. Two transactions about one person wait for each other
-- before either counts, so that the later one counts what the earlier one wrote.
CREATE FUNCTION refresh_supporter_facts(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM supporter_facts WHERE supporter_id = ANY (ids)
    ORDER BY supporter_id FOR NO KEY UPDATE;
  DELETE FROM supporter_facts f USING supporters s
    WHERE f.supporter_id = ANY (ids) AND s.id = f.supporter_id AND s.merged_into_id IS NOT NULL;
  INSERT INTO supporter_facts AS f SELECT * FROM recount_supporter_facts(ids)
  ON CONFLICT (supporter_id) DO UPDATE SET
    created_at = excluded.created_at, country = excluded.country, locale = excluded.locale,
    charges = excluded.charges, gifts = excluded.gifts,
    first_charge_at = excluded.first_charge_at, last_charge_at = excluded.last_charge_at,
    last_gift_at = excluded.last_gift_at,
    won_by_article_id = excluded.won_by_article_id,
    won_by_campaign_id = excluded.won_by_campaign_id,
    first_membership_at = excluded.first_membership_at,
    membership_id = excluded.membership_id, membership_status = excluded.membership_status,
    tier_id = excluded.tier_id, cancel_at = excluded.cancel_at, card_ends = excluded.card_ends
  WHERE f IS DISTINCT FROM excluded;
  DELETE FROM supporter_given g
    WHERE g.supporter_id = ANY (ids) AND NOT EXISTS (
      SELECT 1 FROM recount_supporter_given(ARRAY[g.supporter_id]) r WHERE r.currency = g.currency);
  INSERT INTO supporter_given AS g SELECT * FROM recount_supporter_given(ids)
  ON CONFLICT (supporter_id, currency) DO UPDATE SET given_minor = excluded.given_minor
  WHERE g.given_minor <> excluded.given_minor;
END $$;
--> statement-breakpoint
CREATE FUNCTION supporter_facts_of_new_supporters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO supporter_facts (supporter_id, created_at, country, locale, charges, gifts)
  SELECT id, created_at, country, locale, 0, 0 FROM written WHERE merged_into_id IS NULL
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER supporters_facts_inserted AFTER INSERT ON supporters
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION supporter_facts_of_new_supporters();
--> statement-breakpoint
CREATE FUNCTION supporter_facts_of_supporters() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  SELECT array_agg(n.id) INTO ids FROM after_it n JOIN before_it o USING (id)
  WHERE (n.created_at, n.country, n.locale, n.merged_into_id)
    IS DISTINCT FROM (o.created_at, o.country, o.locale, o.merged_into_id);
  IF ids IS NOT NULL THEN PERFORM refresh_supporter_facts(ids); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER supporters_facts_updated AFTER UPDATE ON supporters
  REFERENCING OLD TABLE AS before_it NEW TABLE AS after_it
  FOR EACH STATEMENT EXECUTE FUNCTION supporter_facts_of_supporters();
--> statement-breakpoint
CREATE FUNCTION supporter_facts_of_written() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  SELECT array_agg(DISTINCT supporter_id) INTO ids FROM written WHERE supporter_id IS NOT NULL;
  IF ids IS NOT NULL THEN PERFORM refresh_supporter_facts(ids); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER payments_facts_inserted AFTER INSERT ON payments
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION supporter_facts_of_written();
--> statement-breakpoint
CREATE FUNCTION supporter_facts_of_payments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  SELECT array_agg(DISTINCT moved.id) INTO ids
  FROM after_it n JOIN before_it o USING (id)
  CROSS JOIN LATERAL (VALUES (n.supporter_id), (o.supporter_id)) AS moved(id)
  WHERE moved.id IS NOT NULL
    AND (n.supporter_id, n.settlement_currency, n.settlement_gross_minor, n.article_id, n.campaign_id)
      IS DISTINCT FROM
      (o.supporter_id, o.settlement_currency, o.settlement_gross_minor, o.article_id, o.campaign_id);
  IF ids IS NOT NULL THEN PERFORM refresh_supporter_facts(ids); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER payments_facts_updated AFTER UPDATE ON payments
  REFERENCING OLD TABLE AS before_it NEW TABLE AS after_it
  FOR EACH STATEMENT EXECUTE FUNCTION supporter_facts_of_payments();
--> statement-breakpoint
CREATE TRIGGER memberships_facts_inserted AFTER INSERT ON memberships
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION supporter_facts_of_written();
--> statement-breakpoint
CREATE TRIGGER memberships_facts_deleted AFTER DELETE ON memberships
  REFERENCING OLD TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION supporter_facts_of_written();
--> statement-breakpoint
CREATE FUNCTION supporter_facts_of_memberships() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  SELECT array_agg(DISTINCT moved.id) INTO ids
  FROM after_it n JOIN before_it o USING (id)
  CROSS JOIN LATERAL (VALUES (n.supporter_id), (o.supporter_id)) AS moved(id)
  WHERE moved.id IS NOT NULL
    AND (n.supporter_id, n.status, n.tier_id, n.started_at, n.cancel_at, n.card_exp_year, n.card_exp_month)
      IS DISTINCT FROM
      (o.supporter_id, o.status, o.tier_id, o.started_at, o.cancel_at, o.card_exp_year, o.card_exp_month);
  IF ids IS NOT NULL THEN PERFORM refresh_supporter_facts(ids); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER memberships_facts_updated AFTER UPDATE ON memberships
  REFERENCING OLD TABLE AS before_it NEW TABLE AS after_it
  FOR EACH STATEMENT EXECUTE FUNCTION supporter_facts_of_memberships();
--> statement-breakpoint
-- Everybody who is there already.
INSERT INTO supporter_facts
SELECT * FROM recount_supporter_facts((SELECT array_agg(id) FROM supporters));
--> statement-breakpoint
INSERT INTO supporter_given
SELECT * FROM recount_supporter_given((SELECT array_agg(id) FROM supporters));

-- The money by month, for long stretches: what comes into the rollup by day comes here in the same
-- statement. What folding brings there is no news, and is marked as such.
CREATE FUNCTION rollup_income_by_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rollup_income_months (day, kind, source, currency, settlement_currency,
    count, amount_minor, gross_minor, fee_minor, net_minor)
  SELECT date_trunc('month', day)::date, kind, source, currency, settlement_currency,
    sum(count), sum(amount_minor), sum(gross_minor), sum(fee_minor), sum(net_minor)
  FROM added WHERE NOT is_folded
  GROUP BY 1, 2, 3, 4, 5;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER rollup_income_by_month AFTER INSERT ON rollup_income
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rollup_income_by_month();
--> statement-breakpoint
CREATE VIEW recount_income_months AS
SELECT date_trunc('month', day)::date AS day, kind, source, currency, settlement_currency,
  sum(count) AS count, sum(amount_minor) AS amount_minor, sum(gross_minor) AS gross_minor,
  sum(fee_minor) AS fee_minor, sum(net_minor) AS net_minor
FROM recount_income GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
-- What was there before: nobody adds to the days meanwhile, the trigger holds the table.
INSERT INTO rollup_income_months (day, kind, source, currency, settlement_currency, count,
  amount_minor, gross_minor, fee_minor, net_minor, is_folded)
SELECT date_trunc('month', day)::date, kind, source, currency, settlement_currency, sum(count),
  sum(amount_minor), sum(gross_minor), sum(fee_minor), sum(net_minor), true
FROM rollup_income GROUP BY 1, 2, 3, 4, 5;

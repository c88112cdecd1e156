-- A posted transaction is sealed: its entries come by one statement, and none is added afterwards.
CREATE OR REPLACE FUNCTION ledger_check_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong uuid;
BEGIN
  SELECT w.transaction_id INTO wrong
  FROM written w
  GROUP BY w.transaction_id, w.currency
  HAVING sum(w.amount_minor) <> 0
  LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'ledger transaction % does not balance', wrong
      USING ERRCODE = 'check_violation';
  END IF;
  SELECT w.transaction_id INTO wrong
  FROM (SELECT transaction_id, count(*) AS entries FROM written GROUP BY transaction_id) w
  WHERE w.entries <> (SELECT count(*) FROM ledger_entries e WHERE e.transaction_id = w.transaction_id)
  LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'ledger transaction % is posted: nothing can be added to it', wrong
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- When all is written: a transaction without entries, or one that does not balance, does not commit.
CREATE FUNCTION ledger_check_posted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM ledger_entries WHERE transaction_id = NEW.id) THEN
    RAISE EXCEPTION 'ledger transaction % has no entries', NEW.id
      USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT 1 FROM ledger_entries WHERE transaction_id = NEW.id
    GROUP BY currency HAVING sum(amount_minor) <> 0
  ) THEN
    RAISE EXCEPTION 'ledger transaction % does not balance', NEW.id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER ledger_transactions_posted AFTER INSERT ON ledger_transactions
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger_check_posted();
--> statement-breakpoint
-- A movement stays what it was: what it pays for, how much, when. Stripe's figures are filled in once.
-- Only whose it is may change (an erasure unlinks it).
CREATE FUNCTION payments_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.kind, NEW.stripe_object_id, NEW.stripe_charge_id, NEW.source, NEW.source_id,
      NEW.amount_minor, NEW.currency, NEW.occurred_at)
     IS DISTINCT FROM
     (OLD.id, OLD.kind, OLD.stripe_object_id, OLD.stripe_charge_id, OLD.source, OLD.source_id,
      OLD.amount_minor, OLD.currency, OLD.occurred_at)
     OR (OLD.stripe_balance_transaction_id IS NOT NULL AND
         (NEW.stripe_balance_transaction_id, NEW.settlement_currency, NEW.settlement_gross_minor,
          NEW.fee_minor, NEW.net_minor, NEW.exchange_rate)
         IS DISTINCT FROM
         (OLD.stripe_balance_transaction_id, OLD.settlement_currency, OLD.settlement_gross_minor,
          OLD.fee_minor, OLD.net_minor, OLD.exchange_rate))
  THEN
    RAISE EXCEPTION 'a booked payment does not change: % refused', OLD.stripe_object_id
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER payments_booked BEFORE UPDATE ON payments
  FOR EACH ROW EXECUTE FUNCTION payments_refuse_change();
--> statement-breakpoint
CREATE TRIGGER payments_append_only BEFORE DELETE OR TRUNCATE ON payments
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();

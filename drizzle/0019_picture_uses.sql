-- Which pictures an article shows is read out of what was saved, whoever saved it: so a picture in
-- use is never removed, and where it is used is answered by an index.
CREATE FUNCTION record_picture_uses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM article_pictures WHERE article_id = NEW.id;
  -- Any attribute that may name a picture counts, wherever it stands: rather one use too many.
  INSERT INTO article_pictures (article_id, picture_id)
  SELECT NEW.id, pictures.id FROM pictures
  WHERE pictures.id = NEW.picture_id OR pictures.id IN (
    SELECT named[1] FROM regexp_matches(NEW.body, '\m(?:id|picture)="([^"]+)"', 'g') AS named
  );
  RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER articles_picture_uses AFTER INSERT OR UPDATE OF body, picture_id ON articles
  FOR EACH ROW EXECUTE FUNCTION record_picture_uses();--> statement-breakpoint
INSERT INTO article_pictures (article_id, picture_id)
SELECT articles.id, pictures.id FROM articles JOIN pictures
  ON pictures.id = articles.picture_id OR pictures.id IN (
    SELECT named[1] FROM regexp_matches(articles.body, '\m(?:id|picture)="([^"]+)"', 'g') AS named
  );

-- The bell: every process hears for whom a notification was written.
CREATE FUNCTION app_notification_written() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  PERFORM pg_notify('notification', json_build_object('membershipId', NEW.membership_id)::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER notification_written AFTER INSERT ON notification
  FOR EACH ROW EXECUTE FUNCTION app_notification_written();

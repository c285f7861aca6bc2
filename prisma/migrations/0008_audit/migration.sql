-- The audit's filters: a person’s events, a type, and a range of days. Events are written in the order of time, so a summary
-- of each stretch of the table finds a day and costs next to nothing to keep.
CREATE INDEX event_actor_id_id ON event (actor_id, id) WHERE actor_id IS NOT NULL;
CREATE INDEX event_occurred_at ON event USING brin (occurred_at) WITH (pages_per_range = 32);

CREATE INDEX event_type_id ON event (type, id);

-- The newest note of a side, for each row of a list: without it each message of each thread is read, and its policy asked.
CREATE INDEX message_note ON message (consultation_id, id) WHERE lane <> 'shared';

-- The first accounts by name, which stand around every page.
CREATE INDEX organization_by_name ON organization (name);

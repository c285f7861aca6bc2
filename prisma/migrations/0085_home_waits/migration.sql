-- Consultations that wait on the home page are few among all, and are asked for on each visit: each kind of them is walked, the
-- longest waiting first.
CREATE INDEX consultation_answer_wanted ON consultation (assignee_id, last_activity_at, id) WHERE status IN ('assigned', 'reopened');
CREATE INDEX consultation_nobodys ON consultation (organization_id, last_activity_at, id)
  WHERE assignee_id IS NULL AND status IN ('new', 'reopened');

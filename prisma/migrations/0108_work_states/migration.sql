-- The states of 0107 come into use here: a value of an enum cannot be named in the transaction that adds it.

-- What the log says of those that somebody has: who has the next word.
UPDATE consultation c SET status = 'waiting_for_supplier'
WHERE c.status = 'assigned' AND (
  SELECT m.side FROM event e JOIN membership m ON m.id = e.actor_id
  WHERE e.subject_id = c.id AND e.type IN ('consultation.messagePosted', 'consultation.waitingForCustomer', 'consultation.pauseAgreed')
  ORDER BY e.occurred_at DESC, e.id DESC LIMIT 1) = 'customer';
UPDATE consultation c SET status = 'waiting_for_customer'
WHERE c.status = 'assigned' AND EXISTS (
  SELECT 1 FROM event e WHERE e.subject_id = c.id AND e.type = 'consultation.waitingForCustomer'
    AND NOT EXISTS (SELECT 1 FROM event later LEFT JOIN membership m ON m.id = later.actor_id
                    WHERE later.subject_id = c.id AND (later.occurred_at, later.id) > (e.occurred_at, e.id)
                      AND (later.type IN ('consultation.clocksResumed', 'consultation.answered', 'consultation.reopened')
                           OR (later.type = 'consultation.messagePosted' AND m.side = 'customer'))));

-- The home page and the queues walk those in which the next word is the supplier's own, the longest waiting first.
DROP INDEX consultation_answer_wanted;
CREATE INDEX consultation_answer_wanted ON consultation (assignee_id, last_activity_at, id)
  WHERE status IN ('assigned', 'waiting_for_supplier', 'reopened');
CREATE INDEX consultation_asked_back ON consultation (asked_by_id, last_activity_at, id) WHERE status = 'waiting_for_customer';
-- Lists and queues of what is open, the latest activity first: most of all there ever was is not.
CREATE INDEX consultation_open ON consultation (organization_id, last_activity_at, id)
  WHERE status IN ('new', 'assigned', 'waiting_for_customer', 'waiting_for_supplier', 'answered', 'reopened');

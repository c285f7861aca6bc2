/** Values for the placeholders of a message. */
export type MessageValues = Record<string, string | number>

/** An error that a person can understand: the edge turns it into a response in the reader's language. */
export abstract class DomainError extends Error {
  abstract readonly status: number

  constructor(
    /** A message key with its namespace, for example `consultations:error.alreadyAccepted`. */
    readonly messageKey: string,
    readonly values: MessageValues = {},
  ) {
    super(messageKey)
    this.name = new.target.name
  }
}

/** The record does not exist for this actor. Existence is not disclosed. */
export class NotFound extends DomainError {
  readonly status = 404
  constructor(messageKey = 'common:error.notFound') {
    super(messageKey)
  }
}

/** The actor can see the record but may not do this to it. */
export class Forbidden extends DomainError {
  readonly status = 403
  constructor(messageKey = 'common:error.forbidden') {
    super(messageKey)
  }
}

/** The record is not in a state that allows this, or somebody else was faster. */
export class Conflict extends DomainError {
  readonly status = 409
}

/** One field holds something that only the server could find wrong. */
export class Invalid extends DomainError {
  readonly status = 422
  constructor(
    readonly field: string,
    messageKey: string,
    values: MessageValues = {},
  ) {
    super(messageKey, values)
  }
}

/** What the portal stands on does not answer at present; `retryAfter` in seconds. */
export class Unavailable extends DomainError {
  readonly status = 503
  readonly retryAfter = 15
  constructor() {
    super('common:error.unavailable')
  }
}

/** Too many tries; `retryAfter` in seconds. */
export class TooMany extends DomainError {
  readonly status = 429
  constructor(readonly retryAfter: number) {
    super('common:error.tooMany', { seconds: retryAfter })
  }
}

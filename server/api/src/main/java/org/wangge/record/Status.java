package org.wangge.record;

/** Life of a record: 人来登记、人去注销; nothing is deleted. */
public enum Status {
  /** Registered and counted. */
  ACTIVE,
  /** Cancelled with date and reason; may be restored. */
  CANCELLED
}

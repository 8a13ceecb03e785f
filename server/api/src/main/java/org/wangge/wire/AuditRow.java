package org.wangge.wire;

import java.time.LocalDateTime;

/**
 * A row of the audit trail.
 *
 * @param number number in the chain, from 1
 * @param at town time
 * @param account account name
 * @param workstation workstation name
 * @param act what was done
 * @param subject what it was done to
 * @param reason given reason
 * @param result outcome
 */
public record AuditRow(
    long number,
    LocalDateTime at,
    String account,
    String workstation,
    String act,
    String subject,
    String reason,
    String result) {}

package org.wangge.record;

import java.time.LocalDateTime;

/**
 * One line of a record's history. Values stand in display form, masked for accounts that may not
 * see them.
 *
 * @param version version this change made
 * @param action register, change, cancel, restore
 * @param field field name; empty for actions without a field
 * @param label field label
 * @param from old value in display form, empty when there was none
 * @param to new value in display form
 * @param by account name
 * @param at town time
 * @param workstation name of the workstation, "server" for command lines
 * @param reason given reason, may be empty
 */
public record Change(
    long version,
    String action,
    String field,
    String label,
    String from,
    String to,
    String by,
    LocalDateTime at,
    String workstation,
    String reason) {}

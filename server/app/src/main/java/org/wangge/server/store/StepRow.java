package org.wangge.server.store;

import java.time.LocalDateTime;

/**
 * One step of an event as it stands in the log; never changed afterwards.
 *
 * @param number 1, 2, 3 without gaps
 * @param act key of the act
 * @param from code of the state before
 * @param to code of the state after
 * @param fromUnit code of the unit that acted
 * @param holder code of the unit that holds the event afterwards; empty when nobody does
 * @param by name of the account that acted
 * @param workstation workstation it acted from
 * @param at town time, to the second
 * @param words what was written, may be empty
 * @param grade satisfaction grade, empty where none
 * @param due deadline this step had to meet; null when none ran
 * @param overdue whether it came after that deadline
 * @param acceptBy deadline of acceptance that runs afterwards; null when not running
 * @param handleBy the holder's deadline of handling that runs afterwards; null when not running
 * @param checkBy deadline of the check that runs afterwards; null when not running
 * @param limit deadline of the event as a whole afterwards; null when none can be stated
 * @param parameters version of the limits that were applied
 */
public record StepRow(
    int number,
    String act,
    String from,
    String to,
    String fromUnit,
    String holder,
    String by,
    String workstation,
    LocalDateTime at,
    String words,
    String grade,
    LocalDateTime due,
    boolean overdue,
    LocalDateTime acceptBy,
    LocalDateTime handleBy,
    LocalDateTime checkBy,
    LocalDateTime limit,
    String parameters) {}

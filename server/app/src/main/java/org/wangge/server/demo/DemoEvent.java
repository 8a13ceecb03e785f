package org.wangge.server.demo;

import java.time.LocalDateTime;

/**
 * An invented event of a ledger.
 *
 * @param number number of the ledger
 * @param village village code
 * @param grid grid code
 * @param category code of the category
 * @param level code of the level
 * @param name what it is about
 * @param brief what happened
 * @param address where
 * @param reporter name of the reporter
 * @param reported when it was reported
 * @param accepted when it was accepted
 * @param unit name of the unit that handles it
 * @param limit deadline
 * @param closed when it was closed; null while open
 * @param grade satisfaction grade; empty when nobody asked yet
 */
public record DemoEvent(
    String number,
    String village,
    String grid,
    String category,
    String level,
    String name,
    String brief,
    String address,
    String reporter,
    LocalDateTime reported,
    LocalDateTime accepted,
    String unit,
    LocalDateTime limit,
    LocalDateTime closed,
    String grade) {}

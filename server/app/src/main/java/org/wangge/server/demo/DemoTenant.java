package org.wangge.server.demo;

import java.time.LocalDate;

/**
 * An invented person who came from elsewhere.
 *
 * @param person who
 * @param village village code
 * @param grid grid code
 * @param fromPlace county code of origin
 * @param fromName Chinese name of that county
 * @param address where the person lives
 * @param landlord name of the landlord
 * @param reason code of the reason of coming
 * @param employer employer; empty for who has none
 * @param arrived day of arrival
 * @param registered day of registration
 * @param education code of education
 */
public record DemoTenant(
    DemoPerson person,
    String village,
    String grid,
    String fromPlace,
    String fromName,
    String address,
    String landlord,
    String reason,
    String employer,
    LocalDate arrived,
    LocalDate registered,
    String education) {}

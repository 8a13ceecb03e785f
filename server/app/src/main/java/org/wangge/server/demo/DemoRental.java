package org.wangge.server.demo;

import java.math.BigDecimal;

/**
 * An invented rented house.
 *
 * @param village village code
 * @param grid grid code
 * @param address address
 * @param owner owner
 * @param tenant tenant
 * @param tenants how many live there
 * @param rooms rooms
 * @param area floor area in square metres
 * @param rent rent a month in yuan
 * @param equipped whether fire equipment is complete
 */
public record DemoRental(
    String village,
    String grid,
    String address,
    DemoPerson owner,
    DemoPerson tenant,
    int tenants,
    int rooms,
    BigDecimal area,
    BigDecimal rent,
    boolean equipped) {}

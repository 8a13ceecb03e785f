package org.wangge.server.demo;

import java.time.LocalDate;

/**
 * An invented enterprise.
 *
 * @param name name
 * @param creditCode unified social credit code with area code 339999
 * @param village village code
 * @param grid grid code
 * @param address address
 * @param legal legal representative
 * @param employees number of employees
 * @param since day of registration
 * @param party whether it has a party organisation
 */
public record DemoEnterprise(
    String name,
    String creditCode,
    String village,
    String grid,
    String address,
    DemoPerson legal,
    int employees,
    LocalDate since,
    boolean party) {}

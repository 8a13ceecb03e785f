package org.wangge.server.demo;

import java.time.LocalDate;

/**
 * An invented person.
 *
 * @param name Chinese name
 * @param idNumber citizen number with county code 339999
 * @param male sex
 * @param birth date of birth
 * @param phone mobile number
 */
public record DemoPerson(
    String name, String idNumber, boolean male, LocalDate birth, String phone) {}

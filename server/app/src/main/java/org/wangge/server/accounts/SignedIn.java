package org.wangge.server.accounts;

import java.time.LocalDateTime;
import org.wangge.server.access.Account;

/**
 * An open session.
 *
 * @param key SHA-256 of the token in hexadecimal; names the session without opening it
 * @param account account as it stands now
 * @param workstation name of the workstation
 * @param mustChangePassword true while nothing but changing the password is allowed
 * @param ends absolute end, town time
 */
public record SignedIn(
    String key,
    Account account,
    String workstation,
    boolean mustChangePassword,
    LocalDateTime ends) {}

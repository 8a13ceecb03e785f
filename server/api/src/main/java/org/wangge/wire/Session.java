package org.wangge.wire;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.wangge.catalogue.Sensitivity;

/**
 * A signed-in session and what it may do. The workstation uses it for comfort only; the server
 * checks every request itself.
 *
 * @param token bearer token; empty when merely told again
 * @param account sign-in name
 * @param person name of the person
 * @param post post key
 * @param postLabel Chinese name of the post
 * @param area area code the account acts in, with all below
 * @param areaName name of that area
 * @param records acts allowed per type key: read, write, cancel
 * @param functions import, export, bulletin, accounts, audit, event
 * @param visible sensitivity classes seen in clear
 * @param mustChangePassword true until the first password was changed
 * @param idleMinutes minutes without a request after which the session ends
 * @param ends absolute end, town time
 */
public record Session(
    String token,
    String account,
    String person,
    String post,
    String postLabel,
    String area,
    String areaName,
    Map<String, Set<String>> records,
    Set<String> functions,
    Set<Sensitivity> visible,
    boolean mustChangePassword,
    int idleMinutes,
    LocalDateTime ends) {}

package org.wangge.wire;

import java.util.UUID;

/**
 * Long work.
 *
 * @param id id to ask with
 * @param kind import, commit, bulletin or export
 * @param state running, done, failed or cancelled
 * @param done steps done
 * @param total steps in all; 0 while unknown
 * @param result id or key of the result when done; empty before
 * @param problem Chinese sentence when failed; empty otherwise
 */
public record Job(
    UUID id, String kind, String state, long done, long total, String result, String problem) {}

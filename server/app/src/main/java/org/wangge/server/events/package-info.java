/**
 * What happens to an event after it was registered: one table of acts, clocks in working days, and
 * an append-only log of steps. Start with {@link org.wangge.server.events.Flow}, which reads the
 * table, then {@link org.wangge.server.events.Events}, the door for callers. Imports the store,
 * access, and what server and workstation share.
 */
package org.wangge.server.events;

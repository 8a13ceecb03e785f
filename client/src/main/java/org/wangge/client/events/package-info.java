/** The page of an event: facts, time line, clocks and the acts that are allowed now. */
package org.wangge.client.events;

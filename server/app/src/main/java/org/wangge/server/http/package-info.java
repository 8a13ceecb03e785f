/**
 * The HTTPS interface: one table of routes, thin handlers, one table from refusal to status. All
 * that a request must pass (session, rate, right, size) stands in the gate, not in the handlers.
 */
package org.wangge.server.http;

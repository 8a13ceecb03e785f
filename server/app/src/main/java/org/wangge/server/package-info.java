/** The server program: its command line, its parts put together, started and stopped in order. */
package org.wangge.server;

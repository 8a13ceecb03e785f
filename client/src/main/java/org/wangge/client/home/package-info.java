/** The first page of the day: what waits, the month's figures, what was left unfinished. */
package org.wangge.client.home;

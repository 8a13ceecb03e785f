/** Working days, public holidays and swaps; plain rules without a database. Imports nothing. */
package org.wangge.server.calendar;

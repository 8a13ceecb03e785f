/**
 * The monthly supervision bulletin: counts from the store become tables, ranking and text, are
 * checked against one another, frozen per month, and printed by the reports module. Start with
 * {@link org.wangge.server.bulletins.Bulletins}. Imports the store, access, jobs and reports.
 */
package org.wangge.server.bulletins;

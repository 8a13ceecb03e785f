/**
 * Spreadsheets taken in: rehearsed first, then written in one transaction or not at all. Imports
 * the store, access, jobs and the exchange module.
 */
package org.wangge.server.imports;

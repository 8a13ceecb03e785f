/**
 * Lists written out as spreadsheets, with a right, a reason and an audit row. Imports the store,
 * access, jobs and the exchange module.
 */
package org.wangge.server.exports;

/** Spreadsheets in and out: the import in four steps, the export with its reason. */
package org.wangge.client.exchange;

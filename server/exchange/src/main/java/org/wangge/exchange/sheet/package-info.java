/**
 * Files into plain grids of cells: xlsx, xls and delimited text, within limits that keep a hostile
 * file from harming the server. What a grid means is not known here.
 */
package org.wangge.exchange.sheet;

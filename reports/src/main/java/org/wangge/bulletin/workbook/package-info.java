/**
 * The spreadsheet edition of a bulletin: one sheet for each table with live formulas that agree
 * with the frozen figures, and a sheet of explanations. The only package of this module that knows
 * the spreadsheet library.
 */
package org.wangge.bulletin.workbook;

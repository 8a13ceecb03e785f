/**
 * Spreadsheets in and out, from the catalogue alone: which rows of a sheet are data, which column
 * is which field, and one codec per kind between cell and value. Knows no database.
 */
package org.wangge.exchange;

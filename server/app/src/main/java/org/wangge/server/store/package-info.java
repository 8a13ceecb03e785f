/**
 * The one door to the data: transactions, records with scope, versions and history, audit,
 * accounts, areas. The only package that knows jOOQ; everything it gives out is plain values.
 */
package org.wangge.server.store;

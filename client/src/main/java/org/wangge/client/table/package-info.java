/** Lists derived from a record type: one column per kind, paging by key, filters and search. */
package org.wangge.client.table;

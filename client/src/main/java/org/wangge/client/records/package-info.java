/** Lists and forms of records of every type. */
package org.wangge.client.records;

/** Records of all types between the wire and the store. */
package org.wangge.server.records;

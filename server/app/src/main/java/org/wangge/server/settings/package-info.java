/**
 * The data folder and its settings: typed keys whose default and comment are the manual, and the
 * files that only their owner may read.
 */
package org.wangge.server.settings;

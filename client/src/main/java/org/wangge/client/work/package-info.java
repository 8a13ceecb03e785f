/**
 * What several pages of daily work share: long work of the server, files of the person, times in
 * words.
 */
package org.wangge.client.work;

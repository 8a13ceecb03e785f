/**
 * The test kit: real servers on free ports with a fresh encrypted database, accounts of every post,
 * and a thin client.
 */
package org.wangge.testing;

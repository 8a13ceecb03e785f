/** Visits that are due, and the few words in which one that was made is registered. */
package org.wangge.client.visits;

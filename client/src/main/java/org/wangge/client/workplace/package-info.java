/** What the signed-in account has before it: session, catalogue, places. Plain data, no window. */
package org.wangge.client.workplace;

/** Monthly bulletins: their state, text and tables, how one is made, and its files. */
package org.wangge.client.bulletins;

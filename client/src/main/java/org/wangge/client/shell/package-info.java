/** The window: title row, navigation, tabs, status line, search across everything. */
package org.wangge.client.shell;

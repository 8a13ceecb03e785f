/** The administrator's list of accounts: new ones, closed ones, first passwords. */
package org.wangge.client.accounts;

/** Accounts: signing in, sessions, passwords, and who makes and changes accounts. */
package org.wangge.server.accounts;

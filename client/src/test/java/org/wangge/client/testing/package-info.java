/** Stand-ins for the window's thread and the server, for tests of view models. */
package org.wangge.client.testing;

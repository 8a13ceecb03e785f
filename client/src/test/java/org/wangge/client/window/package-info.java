/** The real window against a real server, driven as a person drives it. */
package org.wangge.client.window;

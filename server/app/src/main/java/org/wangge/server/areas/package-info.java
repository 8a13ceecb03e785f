/** The tree of places as callers may see it. */
package org.wangge.server.areas;

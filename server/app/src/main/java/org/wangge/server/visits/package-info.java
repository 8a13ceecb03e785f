/** Who is to be visited by when, and what part of it was done. */
package org.wangge.server.visits;

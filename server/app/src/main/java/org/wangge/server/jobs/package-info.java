/** Long work in the background: progress, cancelling, result. */
package org.wangge.server.jobs;

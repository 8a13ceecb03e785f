/** What lies on this workstation and not yet on the server: drafts and waiting saves. */
package org.wangge.client.outbox;

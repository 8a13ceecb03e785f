/** The server's own certificate authority and the certificate that it shows to workstations. */
package org.wangge.server.certificates;

/** The audit trail as auditors read it. */
package org.wangge.server.audit;

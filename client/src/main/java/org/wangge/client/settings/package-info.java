/** What a workstation remembers between two starts, in a file a person can read. */
package org.wangge.client.settings;

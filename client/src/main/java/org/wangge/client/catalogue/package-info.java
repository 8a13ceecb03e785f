/** What a town keeps of the catalogue itself: code lists, record types and fields of its own. */
package org.wangge.client.catalogue;

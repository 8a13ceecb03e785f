/** What a town adds to the catalogue itself: values of code lists, fields, record types (9+X). */
package org.wangge.server.catalogue;

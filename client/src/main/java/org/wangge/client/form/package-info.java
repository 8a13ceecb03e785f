/** Forms derived from a record type: one editor per kind, a model per field and per form. */
package org.wangge.client.form;

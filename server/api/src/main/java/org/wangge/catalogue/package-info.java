/**
 * Record types described once, as data: types, sections, fields, kinds, code lists, expressions.
 */
package org.wangge.catalogue;

/**
 * The printed edition of a bulletin: sets the plain paper by GB/T 9704-2012 and writes a PDF with
 * embedded fonts. The only package that knows the report engine.
 */
package org.wangge.bulletin.jasper;

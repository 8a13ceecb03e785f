/**
 * A monthly supervision bulletin as plain, finished data: what stands on the paper and in which
 * order. Nothing here computes a figure, reads a database or knows a file format; the writers in
 * the packages below turn the data into bytes.
 */
package org.wangge.bulletin;

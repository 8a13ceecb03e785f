/** Checkers of single values and of whole records, shared by workstation and server. */
package org.wangge.validation;

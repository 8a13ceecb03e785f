/** The workstation program: start, composition, and what happens between two sign-ins. */
package org.wangge.client;

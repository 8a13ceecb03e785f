/** Records, their ids, versions and values, and how lists of them are asked for. */
package org.wangge.record;

/** Problem codes, the one exception family and the Chinese wording of every refusal. */
package org.wangge.problem;

/** What travels between workstation and server: paths, requests, answers and the JSON of values. */
package org.wangge.wire;

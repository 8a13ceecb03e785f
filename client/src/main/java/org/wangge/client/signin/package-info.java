/** Coming in: enrolment of the workstation, sign-in, the first and every later password. */
package org.wangge.client.signin;

package org.wangge.testing;

/** Rights with the database in the server's own process. */
class RightsIT extends RightsContract {
  @Override
  TestServer start(TestClock clock) {
    return TestServer.start(settings -> settings, clock);
  }
}

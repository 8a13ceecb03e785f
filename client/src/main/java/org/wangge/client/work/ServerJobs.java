package org.wangge.client.work;

import java.util.UUID;
import org.wangge.client.connection.Connection;
import org.wangge.wire.Job;
import org.wangge.wire.Paths;

/** Requests about long work over the connection. */
public final class ServerJobs implements JobCalls {
  private final Connection connection;

  /** Requests over this connection. */
  public ServerJobs(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Job job(UUID id) {
    return connection.get(Connection.path(Paths.JOB, id), Job.class);
  }

  @Override
  public Job stop(UUID id) {
    connection.delete(Connection.path(Paths.JOB, id));
    return job(id);
  }
}

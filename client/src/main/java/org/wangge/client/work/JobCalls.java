package org.wangge.client.work;

import java.util.UUID;
import org.wangge.wire.Job;

/** Requests about long work; they wait for the answer and throw a problem when refused. */
public interface JobCalls {
  /** How the job stands. */
  Job job(UUID id);

  /** Asks the job to stop. */
  Job stop(UUID id);
}

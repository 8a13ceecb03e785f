package org.wangge.server;

import java.util.Optional;
import java.util.UUID;
import org.wangge.server.access.Caller;
import org.wangge.server.jobs.Jobs;
import org.wangge.server.store.JobStore;
import org.wangge.wire.Job;

/** Writes jobs down in the database. */
final class JobLedger implements Jobs.Ledger {
  private final JobStore store;

  JobLedger(JobStore store) {
    this.store = store;
  }

  @Override
  public void begin(Caller caller, UUID id, String kind) {
    store.begin(caller, id, kind);
  }

  @Override
  public void end(Job job) {
    store.note(job);
  }

  @Override
  public Optional<Job> find(Caller caller, UUID id) {
    return store.find(caller, id);
  }
}

package org.wangge.server.store;

import static org.wangge.server.store.schema.Tables.JOB;

import java.util.Optional;
import java.util.UUID;
import org.wangge.server.access.Caller;
import org.wangge.server.store.schema.tables.records.JobRecord;
import org.wangge.wire.Job;

/** Rows of long work, so that its outcome is still there after a restart. */
public final class JobStore {
  private final Store store;

  /** The jobs in this store. */
  public JobStore(Store store) {
    this.store = store;
  }

  /** Notes that work began. */
  public void begin(Caller caller, UUID id, String kind) {
    store.write(
        tx ->
            tx.sql()
                .insertInto(JOB)
                .set(JOB.ID, id)
                .set(JOB.ACCOUNT_ID, caller.account().id())
                .set(JOB.KIND, kind)
                .set(JOB.STATE, "running")
                .set(JOB.DONE, 0L)
                .set(JOB.TOTAL, 0L)
                .set(JOB.RESULT, "")
                .set(JOB.PROBLEM, "")
                .set(JOB.MADE_AT, tx.now())
                .execute());
  }

  /** Notes how work stands; an end is noted once and stays. */
  public void note(Job job) {
    store.write(
        tx ->
            tx.sql()
                .update(JOB)
                .set(JOB.STATE, job.state())
                .set(JOB.DONE, job.done())
                .set(JOB.TOTAL, job.total())
                .set(JOB.RESULT, job.result())
                .set(JOB.PROBLEM, job.problem())
                .set(JOB.ENDED_AT, job.state().equals("running") ? null : tx.now())
                .where(JOB.ID.eq(job.id()))
                .and(JOB.STATE.eq("running"))
                .execute());
  }

  /** The job, if this account began it. */
  public Optional<Job> find(Caller caller, UUID id) {
    return store.read(
        tx ->
            tx.sql()
                .selectFrom(JOB)
                .where(JOB.ID.eq(id))
                .and(JOB.ACCOUNT_ID.eq(caller.account().id()))
                .fetchOptional(JobStore::job));
  }

  /**
   * Marks work a stopped server left behind as failed; called at start.
   *
   * @param problem Chinese sentence to show for it
   * @return how many there were
   */
  public int failRunning(String problem) {
    return store.write(
        tx ->
            tx.sql()
                .update(JOB)
                .set(JOB.STATE, "failed")
                .set(JOB.PROBLEM, problem)
                .set(JOB.ENDED_AT, tx.now())
                .where(JOB.STATE.eq("running"))
                .execute());
  }

  private static Job job(JobRecord row) {
    return new Job(
        row.getId(),
        row.getKind(),
        row.getState(),
        row.getDone(),
        row.getTotal(),
        row.getResult(),
        row.getProblem());
  }
}

package org.wangge.client.visits;

import java.util.List;
import java.util.UUID;
import org.wangge.client.connection.Saving;
import org.wangge.record.Record;
import org.wangge.wire.VisitRate;
import org.wangge.wire.VisitsDue;

/** Requests about visits; they wait for the answer and throw a problem when refused. */
public interface VisitCalls {
  /** Who is to be visited, by place and state; empty = not limited. */
  VisitsDue due(String place, String state);

  /** What part of the visits due in a month such as 2026-10 was made. */
  List<VisitRate> rates(String month);

  /** Those who may have made a visit. */
  List<Record> workers();

  /** Registers a visit. */
  void save(UUID id, Saving saving);
}

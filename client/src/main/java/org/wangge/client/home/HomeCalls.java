package org.wangge.client.home;

import java.time.YearMonth;
import java.util.List;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.wire.BulletinDocument;
import org.wangge.wire.BulletinState;

/** Requests of the first page; they wait for the answer and throw a problem when refused. */
public interface HomeCalls {
  /** Events of a list, first page. */
  List<Record> events(Query query);

  /** Months with a bulletin. */
  List<BulletinState> bulletins();

  /** The bulletin of a month. */
  BulletinDocument bulletin(YearMonth month);
}

package org.wangge.client.bulletins;

import java.time.YearMonth;
import java.util.List;
import org.wangge.wire.BulletinDocument;
import org.wangge.wire.BulletinOrder;
import org.wangge.wire.BulletinState;
import org.wangge.wire.Job;

/** Requests about bulletins; they wait for the answer and throw a problem when refused. */
public interface BulletinCalls {
  /** The months that are known. */
  List<BulletinState> states();

  /** Text and tables of a month that was made. */
  BulletinDocument document(YearMonth month);

  /** Orders the bulletin of a month. */
  Job order(BulletinOrder order);

  /** The file of a month; {@code format} is pdf or xlsx. */
  byte[] file(YearMonth month, String format);
}

package org.wangge.server.imports;

import java.util.List;
import org.wangge.server.access.Caller;
import org.wangge.server.store.BulkRow;
import org.wangge.server.store.Outcome;
import org.wangge.server.store.RecordStore;
import org.wangge.server.store.Store;
import org.wangge.server.store.Tx;
import org.wangge.server.store.Work;

/** Where the rows of an import go: thought through only, or written in a running transaction. */
interface Saving {
  /** Whether anything is written. */
  boolean writes();

  /** Reads from the base as the saving sees it. */
  <T> T read(Work<T> work);

  /** Saves rows of a type, or tells what saving them would do. */
  List<Outcome> save(String type, List<BulkRow> rows);

  /** Thinks through; nothing is written. */
  static Saving rehearsal(Store store, RecordStore records, Caller caller) {
    return new Saving() {
      @Override
      public boolean writes() {
        return false;
      }

      @Override
      public <T> T read(Work<T> work) {
        return store.read(work);
      }

      @Override
      public List<Outcome> save(String type, List<BulkRow> rows) {
        return records.rehearse(caller, type, rows);
      }
    };
  }

  /** Writes in this transaction. */
  static Saving within(Tx tx, RecordStore records, Caller caller) {
    return new Saving() {
      @Override
      public boolean writes() {
        return true;
      }

      @Override
      public <T> T read(Work<T> work) {
        return work.in(tx);
      }

      @Override
      public List<Outcome> save(String type, List<BulkRow> rows) {
        return records.saveAll(tx, caller, type, rows);
      }
    };
  }
}

package org.wangge.client.form;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.wangge.catalogue.RecordType;

/** Finds records that a field may point to. */
public interface References {
  /** Finds records of the type by the words of a search box; on the window's thread. */
  void find(RecordType target, String words, Consumer<List<Choice>> found);

  /** Tells what a record is called; on the window's thread. */
  void title(RecordType target, UUID id, Consumer<String> found);
}

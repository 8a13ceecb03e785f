package org.wangge.client.catalogue;

import java.util.List;
import org.wangge.catalogue.CodeList;
import org.wangge.wire.CodeListRow;
import org.wangge.wire.CodeListSave;
import org.wangge.wire.OwnTypeDraft;
import org.wangge.wire.OwnTypeSave;

/** Requests about the town's catalogue; they wait and throw a problem when refused. */
public interface CatalogueCalls {
  /** All code lists. */
  List<CodeListRow> lists();

  /** All values of a code list, also those out of force. */
  List<CodeList.Value> values(String list);

  /** Makes or changes a code list. */
  CodeListRow save(CodeListSave wish);

  /** Record types of the town's own. */
  List<OwnTypeDraft> types();

  /** Adds or changes a record type of the town's own. */
  OwnTypeDraft save(OwnTypeSave wish);
}

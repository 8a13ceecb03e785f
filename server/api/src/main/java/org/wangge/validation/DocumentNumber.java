package org.wangge.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.RecordType;

/** Numbers of identity documents; what is right depends on the document's type. */
public final class DocumentNumber {
  /** Documents that carry the citizen's identity number. */
  public static final Set<String> CITIZEN = Set.of("111", "112", "113");

  private static final Pattern OTHER = Pattern.compile("[0-9A-Z]{5,30}");

  private DocumentNumber() {}

  /**
   * The field that tells the document's type for a number: {@code doc_type} for {@code id_number}
   * and {@code doc_number}, {@code owner_doc_type} for {@code owner_doc_number}. A number without
   * such a field is a citizen's identity number.
   */
  public static Optional<Field> typeField(RecordType type, Field number) {
    String name =
        number.name().equals("id_number")
            ? "doc_type"
            : number.name().replaceAll("_number$", "_type");
    return type.field(name).filter(field -> field.codes().equals("doc_type"));
  }

  /** Whether a document of this type carries the citizen's identity number; empty counts as so. */
  public static boolean citizen(String docType) {
    return docType == null || docType.isEmpty() || CITIZEN.contains(docType);
  }

  /**
   * The first thing wrong with a cleaned number.
   *
   * @param docType code of the document's type, null or empty for a citizen's identity number
   */
  public static Optional<Finding> check(
      String field, String docType, String number, LocalDate today) {
    if (citizen(docType)) {
      return IdNumber.check(field, number, today);
    }
    if (number.contains("*")) {
      return Optional.of(Finding.forbid(field, "value-masked"));
    }
    if (!OTHER.matcher(number).matches()) {
      return Optional.of(Finding.forbid(field, "document-characters"));
    }
    return Optional.empty();
  }

  static List<Finding> check(
      RecordType type, Field field, String number, Map<String, ?> values, LocalDate today) {
    String docType =
        typeField(type, field).map(name -> (String) values.get(name.name())).orElse(null);
    return check(field.name(), docType, number, today).stream().toList();
  }
}

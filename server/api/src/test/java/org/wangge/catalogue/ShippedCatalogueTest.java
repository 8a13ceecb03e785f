package org.wangge.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShippedCatalogueTest {
  @Test
  void theTenTypesStandInNavigationOrder() {
    assertThat(CatalogueFiles.shipped().types())
        .extracting(RecordType::key)
        .containsExactly(
            "grid",
            "grid_worker",
            "house",
            "person",
            "registered_resident",
            "floating_person",
            "household",
            "rental_house",
            "enterprise",
            "event");
  }
}

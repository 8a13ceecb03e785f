package org.wangge.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.exchange.sheet.Limits;
import org.wangge.exchange.sheet.Sheet;
import org.wangge.exchange.sheet.SheetReader;

/** The five files of the samples, under the names they were sent with. */
enum Samples {
  HOUSEHOLD_BOOK("household-book.xlsx", "五姓点村户籍人口花名册.xlsx"),
  FLOATING("floating-people.xls", "流动人口登记表2026年10月.xls"),
  RENTAL("rental-houses.csv", "出租房屋台账.csv"),
  ORGANISATIONS("organisations.xlsx", "两新组织名录.xlsx"),
  EVENTS("event-ledger.xlsx", "2026年10月事件台账.xlsx");

  /** The day the samples were collected. */
  static final LocalDate DAY = LocalDate.of(2026, 11, 6);

  private final String resource;
  final String fileName;

  Samples(String resource, String fileName) {
    this.resource = resource;
    this.fileName = fileName;
  }

  byte[] bytes() {
    return resource(resource);
  }

  static byte[] resource(String name) {
    try (InputStream stream = Samples.class.getResourceAsStream("/samples/" + name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Sheet sheet() {
    return new SheetReader(Limits.standard()).read(fileName, bytes()).getFirst();
  }

  static Catalogue catalogue() {
    return CatalogueFiles.shipped();
  }

  static CellContext context() {
    return new CellContext(catalogue(), places(), References.none(), DAY);
  }

  /** The public statistics codes of the town. */
  static Places places() {
    List<AreaNames.Area> areas = new ArrayList<>();
    areas.add(new AreaNames.Area("33", "浙江省"));
    areas.add(new AreaNames.Area("3302", "宁波市"));
    areas.add(new AreaNames.Area("330282", "慈溪市"));
    areas.add(new AreaNames.Area("330282104", "掌起镇"));
    areas.add(new AreaNames.Area("330282104001", "掌起居委会"));
    String[] villages = {
      "长溪村", "五姓点村", "巴里村", "东埠头村", "厉家村", "叶家村", "戎家村", "任佳溪村", "陈家村", "周家段村", "洪魏村", "柴家村", "裘家村",
      "鹤凤村", "古窑浦村"
    };
    for (int i = 0; i < villages.length; i++) {
      areas.add(new AreaNames.Area("330282104" + (201 + i), villages[i]));
    }
    return new AreaNames(areas);
  }
}

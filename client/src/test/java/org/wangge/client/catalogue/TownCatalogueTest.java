package org.wangge.client.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wangge.catalogue.CodeList;
import org.wangge.client.testing.ManualBackground;
import org.wangge.client.testing.Town;
import org.wangge.problem.Problem;
import org.wangge.validation.Finding;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.CodeListRow;
import org.wangge.wire.CodeListSave;
import org.wangge.wire.OwnFieldDraft;
import org.wangge.wire.OwnTypeDraft;
import org.wangge.wire.OwnTypeSave;

/** A town's clerk looks through the code lists and describes a record type. */
class TownCatalogueTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  private final Calls calls = new Calls();
  private final ManualBackground background = new ManualBackground();
  private final CodeListsModel lists = new CodeListsModel(calls, background, () -> TODAY);
  private final OwnTypesModel types = new OwnTypesModel(Town.workplace(), calls, background);

  private static final class Calls implements CatalogueCalls {
    final List<CodeListSave> savedLists = new ArrayList<>();
    final List<OwnTypeSave> savedTypes = new ArrayList<>();
    Problem refusal;

    @Override
    public List<CodeListRow> lists() {
      return List.of(
          new CodeListRow("sex", "性别", true, false, 2, List.of("户籍人口")),
          new CodeListRow("hazard", "房屋隐患", false, false, 3, List.of("实有房屋")));
    }

    @Override
    public List<CodeList.Value> values(String list) {
      return List.of(
          new CodeList.Value("01", "裂缝", "", List.of()),
          new CodeList.Value("09", "白蚁", "", List.of(), null, LocalDate.of(2026, 10, 31), ""),
          new CodeList.Value("99", "其他", "", List.of()));
    }

    @Override
    public CodeListRow save(CodeListSave wish) {
      refuse();
      savedLists.add(wish);
      return new CodeListRow(wish.key(), "房屋隐患", wish.verified(), false, 4, List.of());
    }

    @Override
    public List<OwnTypeDraft> types() {
      return List.of();
    }

    @Override
    public OwnTypeDraft save(OwnTypeSave wish) {
      refuse();
      savedTypes.add(wish);
      return wish.draft();
    }

    private void refuse() {
      if (refusal != null) {
        throw refusal;
      }
    }
  }

  private void openHazards() {
    lists.load();
    lists.open(lists.lists().getLast());
  }

  @Test
  void listsAreFoundByInitialsOrByWhereTheyAreUsedAndThoseNobodyLookedAtByOneClick() {
    lists.load();
    lists.words().set("fwyh");
    assertThat(lists.lists()).extracting(CodeListRow::label).containsExactly("房屋隐患");
    lists.words().set("户籍");
    assertThat(lists.lists()).extracting(CodeListRow::label).containsExactly("性别");
    lists.words().set("");
    lists.unverifiedOnly().set(true);
    assertThat(lists.lists()).extracting(CodeListRow::label).containsExactly("房屋隐患");
  }

  @Test
  void aNewValueGetsTheNextCodeBeforeTheOtherOnes() {
    openHazards();
    lists.startValue();
    assertThat(lists.code().get()).isEqualTo("10");
    lists.label().set("屋顶漏水");
    lists.synonyms().set("漏水、渗水");
    assertThat(lists.unsaved().get()).isTrue();
    lists.save(row -> {});
    CodeList.Value sent = calls.savedLists.getFirst().values().getFirst();
    assertThat(sent.code()).isEqualTo("10");
    assertThat(sent.synonyms()).containsExactly("漏水", "渗水");
    assertThat(lists.editing().get()).isFalse();
  }

  @Test
  void whatIsMissingOrTakenIsToldBeforeItIsSent() {
    openHazards();
    lists.startValue();
    lists.save(row -> {});
    assertThat(lists.sentence().get()).isEqualTo("请填名称。");
    lists.label().set("另一种裂缝");
    lists.code().set("01");
    lists.save(row -> {});
    assertThat(lists.sentence().get()).contains("“01”").contains("换一个");
    assertThat(calls.savedLists).isEmpty();
  }

  @Test
  void aValueThatHasEndedIsShownAsEnded() {
    openHazards();
    assertThat(lists.values().stream().map(lists::inForce)).containsExactly(true, false, true);
  }

  @Test
  void aListIsConfirmedWithoutTouchingItsValues() {
    openHazards();
    lists.confirmList(row -> {});
    assertThat(calls.savedLists.getFirst().verified()).isTrue();
    assertThat(calls.savedLists.getFirst().values()).isEmpty();
    assertThat(lists.list().get().verified()).isTrue();
  }

  @Test
  void aTypeIsDescribedFieldByField() {
    types.load();
    types.startNew();
    types.label().set("古树名木");
    types.moduleLabel().set("特色治理");
    types.fields().getFirst().label.set("树名");
    FieldRow age = types.addField();
    age.label.set("树龄");
    age.kind.set("integer");
    age.length.set("4");
    FieldRow spare = types.addField();
    types.remove(spare);
    types.move(age, -1);
    types.save(kept -> {});
    OwnTypeSave sent = calls.savedTypes.getFirst();
    assertThat(sent.moduleLabel()).isEqualTo("特色治理");
    assertThat(sent.draft().fields()).extracting(OwnFieldDraft::label).containsExactly("树龄", "树名");
    assertThat(sent.draft().fields().getFirst().length()).isEqualTo(4);
    assertThat(types.editing().get()).isFalse();
  }

  @Test
  void aFieldThatIsKeptStaysAndKeepsItsKind() {
    OwnFieldDraft kept =
        new OwnFieldDraft(
            "x_shuming", "树名", "", "text", 50, 0, true, "", true, false, true, "open", "", false);
    types.edit(new OwnTypeDraft("x_gushu", 3, "x_tese", "古树", List.of(kept), true));
    FieldRow row = types.fields().getFirst();
    types.remove(row);
    assertThat(types.fields()).containsExactly(row);
    row.hidden.set(true);
    types.save(done -> {});
    OwnTypeDraft sent = calls.savedTypes.getFirst().draft();
    assertThat(sent.version()).isEqualTo(3);
    assertThat(sent.fields().getFirst().name()).isEqualTo("x_shuming");
    assertThat(sent.fields().getFirst().hidden()).isTrue();
  }

  @Test
  void whatTheServerFindsStandsInASentenceAndNothingTypedIsLost() {
    types.startNew();
    types.label().set("宗教活动点");
    calls.refusal =
        new InvalidRecord(
            List.of(Finding.forbid("label", "own-refused", Map.of("typed", "宗教活动点"))));
    types.save(kept -> {});
    assertThat(types.sentence().get()).isEqualTo("本系统不登记“宗教活动点”这类内容，请删去这一项。");
    assertThat(types.label().get()).isEqualTo("宗教活动点");
    assertThat(types.editing().get()).isTrue();
  }
}

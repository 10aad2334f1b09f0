// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/settingsfields.h"

#include "model/editing/dashboardediting.h"
#include "model/editing/ownform.h"
#include "model/editing/settingslists.h"
#include "model/grafana/dashboardfile.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <set>

namespace sightglass {

namespace {

std::set<std::string> pointersOf(const std::vector<OptionField> &fields)
{
    std::set<std::string> pointers;
    for (const OptionField &field : fields)
        pointers.insert(field.pointer);
    return pointers;
}

/// A value of the field that is not what it has by itself.
std::string another(const OptionField &field)
{
    switch (field.kind) {
    case OptionKind::Flag:
        return field.standard == "true" ? "false" : "true";
    case OptionKind::Whole:
        return "7";
    case OptionKind::Choice: {
        const std::string &word = field.words.back();
        return word.find_first_not_of("0123456789") == std::string::npos ? word : '"' + word + '"';
    }
    case OptionKind::Texts:
        return "[\"a\",\"b\"]";
    case OptionKind::PanelIds:
    case OptionKind::Numbers:
        return "[1,2]";
    case OptionKind::Text:
        return "\"text\"";
    default:
        return {};
    }
}

template<typename T>
void checkEach(const T &value)
{
    for (const OptionField &field : settingFields(value)) {
        const std::string json = another(field);
        if (json.empty() || field.pointer == "/type")
            continue;
        const auto set = withSetting(value, field.pointer, json);
        QVERIFY2(set, field.pointer.c_str());
        QCOMPARE(settingValue(*set, field.pointer), json);
        // What was not touched is as it was.
        const auto back = withSetting(*set, field.pointer, settingValue(value, field.pointer));
        QVERIFY(back);
        if (field.pointer != "/query/query" && !field.pointer.starts_with("/time/"))
            QVERIFY2(*back == value, field.pointer.c_str());
    }
}

class SettingsFieldsTest : public test::TestCase
{
    Q_OBJECT

private slots:
    void everySettingCanBeSetAndTakenBack_data();
    void everySettingCanBeSetAndTakenBack();
    void typesHaveWhatMeansSomethingToThem();
    void anotherTypeBeginsAnew();
    void listsOfValuesAreEntries();
    void queriesOfVariablesAreNamedAsGrafanaDoes();
    void namesAreChecked();
    void annotationsOfOtherSourcesAreWrittenAsTheyWere();
    void newAnnotationsSurviveTheFile();
    void halfARangeGetsItsOtherHalf();
    void whatIsNoValueIsRefused();
    void whatIsNotHonouredIsNoObstacle();
    void theRestOfADashboardStays();
    void aChangeOfOneThingIsASmallDiff();
};

void SettingsFieldsTest::everySettingCanBeSetAndTakenBack_data()
{
    QTest::addColumn<int>("type");
    for (const VariableType type : offeredVariableTypes())
        QTest::addRow("variable %d", static_cast<int>(type)) << static_cast<int>(type);
    QTest::newRow("others") << -1;
}

void SettingsFieldsTest::everySettingCanBeSetAndTakenBack()
{
    QFETCH(int, type);
    if (type >= 0) {
        VariableSpec variable = ofType(newVariable({}), static_cast<VariableType>(type));
        checkEach(variable);
        return;
    }
    checkEach(newAnnotation(AnnotationKind::Query, {}));
    DashboardLink link;
    link.title = "Link";
    checkEach(link);
    link.byTags = true;
    checkEach(link);
    DashboardSpec dashboard;
    dashboard.title = "Dashboard";
    dashboard.timeFrom = "now-1h";
    dashboard.timeTo = "now";
    checkEach(dashboard);
}

void SettingsFieldsTest::typesHaveWhatMeansSomethingToThem()
{
    VariableSpec variable = newVariable({});
    QVERIFY(pointersOf(settingFields(variable)).contains("/query/query"));
    QVERIFY(!pointersOf(settingFields(variable)).contains("/allValue"));
    variable.includeAll = true;
    QVERIFY(pointersOf(settingFields(variable)).contains("/allValue"));
    const auto interval = pointersOf(settingFields(ofType(variable, VariableType::Interval)));
    QVERIFY(interval.contains("/query") && interval.contains("/auto_min"));
    QVERIFY(!interval.contains("/regex") && !interval.contains("/multi"));
    QVERIFY(pointersOf(settingFields(ofType(variable, VariableType::AdHoc))).contains("/filters"));
    QVERIFY(pointersOf(settingFields(ofType(variable, VariableType::Switch))).contains("/options"));
    QVERIFY(!pointersOf(settingFields(ofType(variable, VariableType::Constant))).contains("/multi"));
}

void SettingsFieldsTest::anotherTypeBeginsAnew()
{
    VariableSpec variable = newVariable({});
    variable.label = "Job";
    variable.query = "label_values(up, job)";
    variable.multi = true;
    const auto custom = withSetting(variable, "/type", "\"custom\"");
    QVERIFY(custom && custom->type == VariableType::Custom);
    QVERIFY(custom->query.empty() && custom->multi && custom->label == "Job");
    const auto interval = withSetting(variable, "/type", "\"interval\"");
    QVERIFY(interval && interval->autoInterval.offered && !interval->query.empty());
    QVERIFY(!withSetting(variable, "/type", "\"nonsense\""));
}

void SettingsFieldsTest::listsOfValuesAreEntries()
{
    const auto fields = settingFields(newVariable({}));
    const auto own = std::ranges::find(fields, "/staticOptions", &OptionField::pointer);
    QVERIFY(own != fields.end() && own->kind == OptionKind::Objects);
    QCOMPARE(own->members.size(), std::size_t{2});
    const auto set = withSetting(newVariable({}), "/staticOptions", "[{\"text\":\"None\",\"value\":\"x\"}]");
    QVERIFY(set && set->staticOptions.front().value == "x");
    const auto filters = withSetting(ofType(newVariable({}), VariableType::AdHoc), "/filters",
                                     "[{\"key\":\"job\",\"operator\":\"=\",\"value\":\"api\"}]");
    QVERIFY(filters && filters->filters.front().key == "job");
}

void SettingsFieldsTest::queriesOfVariablesAreNamedAsGrafanaDoes()
{
    const auto set = withSetting(newVariable({}), "/query/query", "\"label_values(up, job)\"");
    QVERIFY(set);
    QCOMPARE(set->query, std::string("label_values(up, job)"));
    QCOMPARE(set->queryType, 1);
    QVERIFY(!set->refId.empty());
    QCOMPARE(withSetting(*set, "/query/query", "\"query_result(up)\"")->queryType, 3);
}

void SettingsFieldsTest::namesAreChecked()
{
    std::vector<VariableSpec> variables(2);
    variables[0].name = "job";
    variables[1].name = "job";
    QVERIFY(variableNameProblem(variables, 0) == NameProblem::Taken);
    variables[1].name = "a b";
    QVERIFY(variableNameProblem(variables, 0) == NameProblem::None);
    QVERIFY(variableNameProblem(variables, 1) == NameProblem::Letters);
    variables[1].name = "__x";
    QVERIFY(variableNameProblem(variables, 1) == NameProblem::Reserved);
    variables[1].name.clear();
    QVERIFY(variableNameProblem(variables, 1) == NameProblem::Empty);
    variables[0].name = "variable";
    QCOMPARE(newVariable(variables).name, std::string("variable2"));
    QCOMPARE(copiedVariable(variables, variables[0]).name, std::string("variable_copy"));
}

void SettingsFieldsTest::annotationsOfOtherSourcesAreWrittenAsTheyWere()
{
    AnnotationSpec other;
    other.name = "Deploys";
    other.json =
        "{\"name\":\"Deploys\",\"datasource\":{\"type\":\"loki\"},\"query\":\"{x}\",\"enable\":true}";
    const auto fields = pointersOf(settingFields(other));
    QVERIFY(!fields.contains("/target/expr"));
    const auto off = withSetting(other, "/enable", "false");
    QVERIFY(off && !off->enabled);
    QVERIFY(off->json.find("\"enable\":false") != std::string::npos);
    QVERIFY(off->json.find("\"query\":\"{x}\"") != std::string::npos);
}

void SettingsFieldsTest::newAnnotationsSurviveTheFile()
{
    DashboardSpec dashboard;
    dashboard.id = dashboard.uid = "mine";
    dashboard.title = "Mine";
    for (const AnnotationKind kind :
         {AnnotationKind::Alerts, AnnotationKind::Restarts, AnnotationKind::Query})
        dashboard.annotations.push_back(newAnnotation(kind, dashboard.annotations));
    dashboard.annotations.back().expr = "changes(up[1m])";
    const auto again = readForEditing(writeDashboard(dashboard));
    QVERIFY(again && !again->gone);
    QCOMPARE(again->spec.annotations.size(), std::size_t{3});
    QVERIFY(again->spec.annotations[0].builtIn && again->spec.annotations[0].enabled);
    QVERIFY(again->spec.annotations[1].timeIsValue);
    QCOMPARE(again->spec.annotations[2].expr, std::string("changes(up[1m])"));
}

void SettingsFieldsTest::halfARangeGetsItsOtherHalf()
{
    DashboardSpec dashboard;
    dashboard.title = "x";
    const auto from = withSetting(dashboard, "/time/from", "\"now-6h\"");
    QVERIFY(from && from->timeFrom == "now-6h" && from->timeTo == "now");
    const auto to = withSetting(dashboard, "/time/to", "\"now/d\"");
    QVERIFY(to && to->timeFrom == "now-5m" && to->timeTo == "now/d");
    const auto none = withSetting(*from, "/time/from", "");
    QVERIFY(none && none->timeFrom.empty() && none->timeTo.empty());
}

void SettingsFieldsTest::whatIsNoValueIsRefused()
{
    QVERIFY(!withSetting(newVariable({}), "/multi", "\"many\""));
    QVERIFY(!withSetting(newVariable({}), "/sort", "77"));
    QVERIFY(!withSetting(newVariable({}), "/nonsense", "1"));
    QVERIFY(!withSetting(DashboardSpec(), "/tags", "{"));
    QVERIFY(!withSetting(DashboardLink(), "/tags", "[{}]"));
}

/// Such a dashboard can be edited all the same.
void SettingsFieldsTest::whatIsNotHonouredIsNoObstacle()
{
    DashboardSpec dashboard;
    dashboard.title = "x";
    dashboard.cursorSync = CursorSync::CrosshairAndTooltip;
    dashboard.variables.resize(1);
    dashboard.variables.front().name = "by";
    dashboard.variables.front().type = VariableType::GroupBy;
    const auto titled = withSetting(dashboard, "/title", "\"y\"");
    QVERIFY(titled && titled->title == "y" && titled->cursorSync == dashboard.cursorSync);
    const auto labelled = withSetting(dashboard.variables.front(), "/label", "\"By\"");
    QVERIFY(labelled && labelled->label == "By" && labelled->type == VariableType::GroupBy);
    dashboard.cursorSync = CursorSync::Off;
    QVERIFY(withSetting(dashboard, "/graphTooltip", "2"));
    QVERIFY(withSetting(dashboard, "/graphTooltip", "1"));
}

void SettingsFieldsTest::theRestOfADashboardStays()
{
    DashboardSpec dashboard;
    dashboard.id = "mine";
    dashboard.title = "Mine";
    dashboard.panels.resize(2);
    dashboard.variables = {newVariable({})};
    dashboard.requiredMetrics = {"up"};
    dashboard.links.resize(1);
    const auto changed = withSetting(dashboard, "/title", "\"Other\"");
    QVERIFY(changed);
    DashboardSpec expected = dashboard;
    expected.title = "Other";
    QVERIFY(*changed == expected);
}

/// Files are kept under version control.
void SettingsFieldsTest::aChangeOfOneThingIsASmallDiff()
{
    DashboardSpec dashboard;
    dashboard.id = dashboard.uid = "mine";
    dashboard.title = "Mine";
    dashboard.variables = {newVariable({}), ofType(newVariable({}), VariableType::Interval)};
    dashboard.variables[1].name = "step";
    dashboard.annotations = {newAnnotation(AnnotationKind::Restarts, {})};
    const auto linesOf = [](const DashboardSpec &spec) {
        return QString::fromStdString(writeDashboard(spec)).split(u'\n');
    };
    const QStringList before = linesOf(dashboard);
    dashboard.variables[1] = *withSetting(dashboard.variables[1], "/query", "\"1m,1h\"");
    QStringList after = linesOf(dashboard);
    QCOMPARE(after.size(), before.size());
    int differing = 0;
    for (qsizetype i = 0; i < before.size(); ++i)
        differing += before[i] != after[i] ? 1 : 0;
    QCOMPARE(differing, 1);
}

} // namespace

SIGHTGLASS_TEST(SettingsFieldsTest)

} // namespace sightglass

#include "settingsfieldstest.moc"

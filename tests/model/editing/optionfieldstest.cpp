// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/optionfields.h"

#include "model/editing/newpanels.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

namespace sightglass {

namespace {

const OptionField *find(const std::vector<OptionField> &fields, const char *pointer)
{
    const auto found = std::ranges::find(fields, pointer, &OptionField::pointer);
    return found == fields.end() ? nullptr : &*found;
}

/// Another value than the standard one.
std::string another(const OptionField &field)
{
    switch (field.kind) {
    case OptionKind::Flag:
        return field.standard == "true" ? "false" : "true";
    case OptionKind::Whole:
        return field.pointer.ends_with("sortOrder") ? "" : "7";
    case OptionKind::Number:
        return "2.5";
    case OptionKind::Choice:
        for (const std::string &word : field.words) {
            const bool number = word.find_first_not_of("-0123456789") == std::string::npos;
            const std::string json = number ? word : "\"" + word + "\"";
            if (json != field.standard)
                return json;
        }
        return {};
    case OptionKind::Calculations:
        return "[\"max\"]";
    default:
        return {};
    }
}

class OptionFieldsTest : public test::TestCase
{
    Q_OBJECT

private slots:
    void everyOptionCanBeSetAndTakenBack_data();
    void everyOptionCanBeSetAndTakenBack();
    void everyConfigCanBeSetAndTakenBack();
    void kindsAreThoseOfTheDescription();
    void whatIsNoValueIsRefused_data();
    void whatIsNoValueIsRefused();
    void typesHaveTheConfigThatTheyRead();
};

void OptionFieldsTest::everyOptionCanBeSetAndTakenBack_data()
{
    QTest::addColumn<PanelType>("type");
    for (const PanelType type : offeredPanelTypes())
        QTest::addRow("%d", static_cast<int>(type)) << type;
}

void OptionFieldsTest::everyOptionCanBeSetAndTakenBack()
{
    QFETCH(PanelType, type);
    const std::vector<OptionField> fields = optionFields(type);
    QVERIFY(!fields.empty());
    const PanelOptions before = standardOptions(type);
    for (const OptionField &field : fields) {
        const std::string value = another(field);
        if (value.empty())
            continue;
        const auto set = withOption(before, field.pointer, value);
        QVERIFY2(set, field.pointer.c_str());
        // Parts of something that is not asked for are not kept.
        const bool conditional = field.pointer.starts_with("/calculation/") ||
                                 field.pointer.starts_with("/legend/") || field.pointer == "/legend";
        if (!conditional)
            QCOMPARE(optionValue(*set, field.pointer), value);
        QVERIFY2(conditional || *set != before || optionValue(before, field.pointer) == value,
                 field.pointer.c_str());
    }
}

void OptionFieldsTest::everyConfigCanBeSetAndTakenBack()
{
    for (const OptionField &field : configFields(PanelType::TimeSeries)) {
        const std::string value = another(field);
        if (value.empty())
            continue;
        const auto set = withConfigValue(FieldConfig(), field.pointer, value);
        QVERIFY2(set, field.pointer.c_str());
        QCOMPARE(configValue(*set, field.pointer), value);
        const auto back = withConfigValue(*set, field.pointer, {});
        QVERIFY(back);
        QVERIFY2(configValue(*back, field.pointer).empty(), field.pointer.c_str());
        if (field.pointer.starts_with("/custom/") && field.pointer.find('/', 8) == std::string::npos)
            QVERIFY2(*back == FieldConfig(), field.pointer.c_str());
    }
}

void OptionFieldsTest::kindsAreThoseOfTheDescription()
{
    const auto stat = optionFields(PanelType::Stat);
    QVERIFY(find(stat, "/wideLayout")->kind == OptionKind::Flag);
    QCOMPARE(find(stat, "/wideLayout")->standard, std::string("true"));
    QVERIFY(find(stat, "/reduceOptions/calcs")->kind == OptionKind::Calculations);
    QVERIFY(find(stat, "/reduceOptions/limit")->kind == OptionKind::Whole);
    QVERIFY(find(stat, "/reduceOptions/limit")->standard.empty());
    QVERIFY(find(stat, "/text/valueSize")->kind == OptionKind::Number);
    const OptionField *orientation = find(stat, "/orientation");
    QVERIFY(orientation->kind == OptionKind::Choice);
    QVERIFY((orientation->words == std::vector<std::string>{"auto", "horizontal", "vertical"}));
    const auto config = configFields(PanelType::TimeSeries);
    QVERIFY(find(config, "/thresholds/steps")->kind == OptionKind::Objects);
    QVERIFY(find(config, "/mappings")->kind == OptionKind::Json);
    QVERIFY(find(config, "/unit")->kind == OptionKind::Text);
    QVERIFY((find(config, "/custom/barAlignment")->words == std::vector<std::string>{"-1", "0", "1"}));
}

void OptionFieldsTest::whatIsNoValueIsRefused_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("json");
    QTest::newRow("no JSON") << "/unit"
                             << "{";
    QTest::newRow("no word") << "/custom/drawStyle"
                             << "\"doodle\"";
    QTest::newRow("no number") << "/custom/lineWidth"
                               << "\"wide\"";
    QTest::newRow("no list") << "/thresholds/steps"
                             << "7";
    QTest::newRow("no member") << "/custom/nonsense"
                               << "1";
    QTest::newRow("an object for a text") << "/unit"
                                          << "{\"a\":1}";
    QTest::newRow("a mapping that is none") << "/mappings"
                                            << "[{\"type\":\"x\"}]";
}

void OptionFieldsTest::whatIsNoValueIsRefused()
{
    QFETCH(QString, pointer);
    QFETCH(QString, json);
    QVERIFY(!withConfigValue(FieldConfig(), pointer.toStdString(), json.toStdString()));
}

void OptionFieldsTest::typesHaveTheConfigThatTheyRead()
{
    const auto colored = withConfigValue(FieldConfig(), "/color/fixedColor", "\"green\"");
    QVERIFY(colored && colored->color->mode == ColorMode::Fixed && colored->color->fixed == "green");
    QVERIFY(find(configFields(PanelType::TimeSeries), "/custom/drawStyle") != nullptr);
    QVERIFY(find(configFields(PanelType::Stat), "/custom/drawStyle") == nullptr);
    QVERIFY(find(configFields(PanelType::Table), "/custom/cellOptions/type") != nullptr);
    QVERIFY(find(configFields(PanelType::TimeSeries), "/custom/align") == nullptr);
    QVERIFY(find(configFields(PanelType::Gauge), "/max") != nullptr);
    QVERIFY(configFields(PanelType::Text).empty());
}

} // namespace

SIGHTGLASS_TEST(OptionFieldsTest)

} // namespace sightglass

#include "optionfieldstest.moc"

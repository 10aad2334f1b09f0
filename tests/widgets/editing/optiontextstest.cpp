// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/optiontexts.h"

#include "model/dashboard/dashboardwords.h"
#include "model/editing/newpanels.h"
#include "model/editing/settingsfields.h"
#include "model/editing/settingslists.h"
#include "model/editing/transformationfields.h"
#include "model/grafana/features.h"
#include "tests/support/testcase.h"
#include "widgets/editing/optionstrings.h"
#include "widgets/editing/transformstrings.h"

#include <QTest>

#include <algorithm>
#include <set>

namespace {

using namespace sightglass;

/// With those of entries.
std::vector<OptionField> flat(const std::vector<OptionField> &fields)
{
    std::vector<OptionField> all;
    for (const OptionField &field : fields) {
        all.push_back(field);
        for (const OptionField &member : flat(field.members))
            all.push_back(member);
    }
    return all;
}

std::vector<OptionField> allFields()
{
    std::vector<OptionField> all = panelFields();
    for (const PanelType type : offeredPanelTypes()) {
        for (const auto &fields : {optionFields(type), configFields(type)})
            all.insert(all.end(), fields.begin(), fields.end());
    }
    return flat(all);
}

std::vector<OptionField> settingsOfAllKinds()
{
    std::vector<OptionField> all;
    const auto add = [&all](const std::vector<OptionField> &fields) {
        for (const OptionField &field : flat(fields))
            all.push_back(field);
    };
    for (const VariableType type : offeredVariableTypes()) {
        VariableSpec variable = ofType({}, type);
        variable.includeAll = true;
        variable.regex = "x";
        variable.staticOptions = {{"a", "b"}};
        add(settingFields(variable));
    }
    AnnotationSpec annotation;
    annotation.panels = {1};
    add(settingFields(annotation));
    DashboardLink link;
    add(settingFields(link));
    link.byTags = true;
    add(settingFields(link));
    add(settingFields(DashboardSpec()));
    return all;
}

std::vector<std::pair<std::string, std::string>> optionsOfAllModes()
{
    std::vector<std::pair<std::string, std::string>> all;
    for (const char *mode :
         {"reduceRow", "binary", "unary", "cumulativeFunctions", "windowFunctions", "index"})
        all.emplace_back("calculateField", std::string("{\"mode\":\"") + mode + "\"}");
    all.emplace_back("calculateField",
                     "{\"mode\":\"binary\",\"binary\":{\"left\":{\"matcher\":{\"id\":\"byName\"}},"
                     "\"right\":{\"fixed\":\"1\"}}}");
    for (const char *id : {"byName", "byNames", "byRegexp", "byRegexpOrNames", "byType", "byTypes",
                           "byFrameRefID", "byValue", "anyMatch", "allMatch", "invertMatch"})
        all.emplace_back("filterFields", std::string("{\"include\":{\"id\":\"") + id + "\"}}");
    for (const char *format : {"json", "delimiter", "regexp"})
        all.emplace_back("extractFields", std::string("{\"jsonPaths\":[{}],\"format\":\"") + format + "\"}");
    for (const char *format : {"Substring", "Affix"})
        all.emplace_back("formatString", std::string("{\"outputFormat\":\"") + format + "\"}");
    all.emplace_back("convertFieldType", "{\"conversions\":[{\"destinationType\":\"enum\"},"
                                         "{\"destinationType\":\"time\"}]}");
    all.emplace_back("filterByValue",
                     "{\"filters\":[{\"config\":{\"id\":\"between\"}},{\"config\":{\"id\":\"isNull\"}}]}");
    all.emplace_back("groupBy", "{\"fields\":{\"a/b\":{\"operation\":\"aggregate\"},\"c\":{}}}");
    all.emplace_back("groupToNestedTable", "{\"rules\":[{\"operation\":\"aggregate\"}]}");
    all.emplace_back("heatmap", "{\"xBuckets\":{\"scale\":{\"type\":\"log\"}}}");
    all.emplace_back("order", "{\"orderByMode\":\"auto\",\"orderBy\":[{}]}");
    all.emplace_back("partitionByValues", "{\"naming\":{\"asLabels\":false}}");
    all.emplace_back("regression", "{\"modelType\":\"polynomial\"}");
    all.emplace_back("rowsToFields", "{\"mappings\":[{}],\"nameField\":\"a\"}");
    all.emplace_back("sortBy", "{\"sort\":[{\"index\":1}]}");
    all.emplace_back("timeSeriesTable", "{\"A\":{}}");
    all.emplace_back("concatenate", "{\"frameNameMode\":\"label\"}");
    return all;
}

class OptionTextsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldHasALabel()
    {
        for (const OptionField &field : allFields())
            QVERIFY2(hasOptionLabel(field), (field.pointer + " " + field.key).c_str());
    }

    void everySettingHasALabel()
    {
        for (const OptionField &field : settingsOfAllKinds()) {
            QVERIFY2(hasOptionLabel(field), field.key.c_str());
            QVERIFY2(field.kind != OptionKind::Json, field.key.c_str());
            for (const std::string &word : field.words)
                QVERIFY2(hasChoiceLabel(field, word), (field.key + ": " + word).c_str());
        }
    }

    void everyTransformationHasItsTexts()
    {
        for (const std::string_view id : offeredTransformations()) {
            QVERIFY2(hasTransformationName(id), std::string(id).c_str());
            QVERIFY(!transformationDescription(id).isEmpty());
        }
        for (const auto &transformation : optionstrings::transformations) {
            const auto known = offeredTransformations();
            QVERIFY2(std::ranges::find(known, transformation.id) != known.end(),
                     std::string(transformation.id).c_str());
        }
    }

    /// With the options that tests and users write, too: other modes have other fields.
    void everyOptionOfTransformationsHasALabel()
    {
        std::vector<TransformationSpec> specs;
        for (const std::string_view id : knownTransformations())
            specs.push_back(newTransformation(id));
        for (const auto &[id, options] : optionsOfAllModes())
            specs.push_back({id, options, false, {}, {}});
        QStringList missing;
        for (const TransformationSpec &spec : specs) {
            for (const OptionField &field : flat(transformationFields(spec))) {
                if (field.kind == OptionKind::Entry)
                    continue;
                const QString place = QString::fromStdString(spec.id + " " + field.pointer + " " + field.key);
                if (!hasOptionLabel(field))
                    missing << place;
                if (field.kind == OptionKind::Json)
                    missing << place + QStringLiteral(" (JSON)");
                if (!field.group.empty() && !hasOptionLabel(std::string_view(field.group)))
                    missing << QString::fromStdString(field.group);
                for (const std::string &word : field.words) {
                    const bool named = field.kind == OptionKind::Named || field.kind == OptionKind::Columns;
                    if (!named && !hasChoiceLabel(field, word))
                        missing << place + u'=' + QString::fromStdString(word);
                }
            }
        }
        missing.removeDuplicates();
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void everyWordHasALabel()
    {
        for (const OptionField &field : allFields()) {
            for (const std::string &word : field.words)
                QVERIFY2(hasChoiceLabel(field, word), (field.pointer + ": " + word).c_str());
        }
    }

    void noLabelIsOfNothing()
    {
        std::set<std::string, std::less<>> pointers;
        for (const OptionField &field : allFields())
            pointers.insert(field.pointer);
        // What is not drawn at present may be tomorrow.
        const auto isKnown = [](const std::string &pointer) {
            return std::ranges::any_of(offeredPanelTypes(), [&pointer](PanelType type) {
                const std::string word(wordFor(type));
                return grafana::featureAt(word + "/options" + pointer) != nullptr ||
                       grafana::featureAt(word + "/fieldConfig" + pointer) != nullptr;
            });
        };
        for (const auto &[pointer, label] : optionstrings::labels)
            QVERIFY2(pointers.contains(pointer) || isKnown(std::string(pointer)),
                     std::string(pointer).c_str());
    }

    void calculationsAreKnown()
    {
        for (const std::string &id : offeredCalculations())
            QVERIFY2(calculationFromId(id), id.c_str());
    }
};

} // namespace

SIGHTGLASS_TEST(OptionTextsTest)

#include "optiontextstest.moc"

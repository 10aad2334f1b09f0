// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/optiontexts.h"

#include "model/dashboard/dashboardwords.h"
#include "model/editing/newpanels.h"
#include "model/grafana/features.h"
#include "tests/support/testcase.h"
#include "widgets/editing/optionstrings.h"

#include <QTest>

#include <algorithm>
#include <set>

namespace {

using namespace sightglass;

std::vector<OptionField> allFields()
{
    std::vector<OptionField> all = panelFields();
    for (const PanelType type : offeredPanelTypes()) {
        for (const auto &fields : {optionFields(type), configFields(type)})
            all.insert(all.end(), fields.begin(), fields.end());
    }
    return all;
}

class OptionTextsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldHasALabel()
    {
        for (const OptionField &field : allFields())
            QVERIFY2(hasOptionLabel(field.pointer), field.pointer.c_str());
    }

    void everyWordHasALabel()
    {
        for (const OptionField &field : allFields()) {
            for (const std::string &word : field.words)
                QVERIFY2(hasChoiceLabel(word), (field.pointer + ": " + word).c_str());
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/shownrows.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

PanelSpec at(const char *id, int y)
{
    PanelSpec panel;
    panel.id = id;
    panel.grid = {0, y, 24, 4};
    return panel;
}

class ShownRowsTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void withoutCopiesTheyAreTheSame()
    {
        const std::vector<PanelSpec> panels{at("a", 0), at("b", 4)};
        const ShownRows rows(panels, panels);
        for (int row = 0; row < 12; ++row)
            QCOMPARE(rows.inFile(row), row);
    }

    void amongCopiesThereIsOneRow()
    {
        const std::vector<PanelSpec> file{at("a", 0), at("b", 4), at("c", 8)};
        const std::vector<PanelSpec> shown{at("a", 0), at("a-copy-1", 4), at("a-copy-2", 8), at("b", 12),
                                           at("c", 16)};
        const ShownRows rows(file, shown);
        QCOMPARE(rows.inFile(2), 2);
        QCOMPARE(rows.inFile(4), 4);
        QCOMPARE(rows.inFile(11), 4);
        QCOMPARE(rows.inFile(12), 4);
        QCOMPARE(rows.inFile(16), 8);
        QCOMPARE(rows.inFile(21), 13);
    }

    void nothingShown() { QCOMPARE(ShownRows({}, {}).inFile(7), 7); }
};

} // namespace

SIGHTGLASS_TEST(ShownRowsTest)
#include "shownrowstest.moc"

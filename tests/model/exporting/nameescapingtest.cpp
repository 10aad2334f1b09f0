// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/nameescaping.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class NameEscapingTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    /// The table of prometheus/common's own tests, and what is damaged.
    void names_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("underscores");
        QTest::addColumn<QByteArray>("dots");
        QTest::addColumn<QByteArray>("values");
        QTest::newRow("empty") << QByteArray() << QByteArray() << QByteArray() << QByteArray();
        const auto row = [](const char *name, const char *underscores, const char *dots, const char *values) {
            QTest::newRow(name) << QByteArray(name) << QByteArray(underscores) << QByteArray(dots)
                                << QByteArray(values);
        };
        // In an exposition a legacy name is never touched, not even by dots.
        row("no:escaping_required", "no:escaping_required", "no:escaping_required", "no:escaping_required");
        row("mysystem.prod.west.cpu.load", "mysystem_prod_west_cpu_load",
            "mysystem_dot_prod_dot_west_dot_cpu_dot_load", "U__mysystem_2e_prod_2e_west_2e_cpu_2e_load");
        row("mysystem.prod.west.cpu.load_total", "mysystem_prod_west_cpu_load_total",
            "mysystem_dot_prod_dot_west_dot_cpu_dot_load__total",
            "U__mysystem_2e_prod_2e_west_2e_cpu_2e_load__total");
        row("http.status:sum", "http_status:sum", "http_dot_status:sum", "U__http_2e_status:sum");
        row("label with 😱", "label_with__", "label__with____", "U__label_20_with_20__1f631_");
        row("花火", "__", "____", "U___82b1__706b_");
        row("0ops", "_ops", "__ops", "U___30_ops");
        row("a\xC3(", "a__", "a____", "U__a_FFFD__28_");
        row("label with \xEF\xBF\xBD", "label_with__", "label__with____", "U__label_20_with_20__FFFD_");
    }

    void names()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, underscores);
        QFETCH(QByteArray, dots);
        QFETCH(QByteArray, values);
        const auto escaped = [&name](NameEscaping scheme) {
            return QByteArray::fromStdString(escapedName(name.toStdString(), scheme));
        };
        QCOMPARE(escaped(NameEscaping::AllowUtf8), name);
        QCOMPARE(escaped(NameEscaping::Underscores), underscores);
        QCOMPARE(escaped(NameEscaping::Dots), dots);
        QCOMPARE(escaped(NameEscaping::Values), values);
    }

    void families()
    {
        ExposedFamily family;
        family.name = "a.b";
        family.metrics.push_back({{{"c.d", "e.f"}, {"g", "h"}}, ExposedValue{1, {}}, {}, {}});
        ExposedFamily same = family;
        escapeNames(same, NameEscaping::AllowUtf8);
        QCOMPARE(same.name, std::string("a.b"));
        escapeNames(family, NameEscaping::Underscores);
        QCOMPARE(family.name, std::string("a_b"));
        QCOMPARE(family.metrics[0].labels, (std::vector<Label>{{"c_d", "e.f"}, {"g", "h"}}));
    }
};

SIGHTGLASS_TEST(NameEscapingTest)

} // namespace

#include "nameescapingtest.moc"

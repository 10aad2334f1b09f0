// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/approvedfindings.h"

#include "model/analysis/diagnosis.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class ApprovedFindingsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void staysApproved()
    {
        const ExposedPage page = readPage("a 1\nb 1\n", ExpositionFormat::PrometheusText);
        Diagnosis diagnosis = diagnose(page);
        QCOMPARE(diagnosis.count(DiagnosticSeverity::Wrong), std::size_t{2});
        ApprovedFindings approved;
        approved.approve({"missing-type", "a", ""});
        markApproved(diagnosis, approved);
        QCOMPARE(diagnosis.count(DiagnosticSeverity::Wrong), std::size_t{1});
        approved.withdraw({"missing-type", "a", ""});
        markApproved(diagnosis, approved);
        QCOMPARE(diagnosis.count(DiagnosticSeverity::Wrong), std::size_t{2});
    }

    void text()
    {
        ApprovedFindings approved;
        approved.approve({"many-series", "a_b", ""});
        approved.approve({"label-collision", "", "job"});
        approved.approve({"scrape-slow", "", ""});
        approved.approve({"empty-label", "a b\n\\", "#\xc3\xa4"});
        approved.approve({"missing-type", "-", ""});
        approved.approve({"missing-type", "a,b", ""});
        const std::string text = approved.toText();
        QCOMPARE(QString::fromStdString(text), QStringLiteral("empty-label a\\20b\\0a\\5c \\23ä\n"
                                                              "label-collision - job\n"
                                                              "many-series a_b\n"
                                                              "missing-type \\2d\n"
                                                              "missing-type a\\2cb\n"
                                                              "scrape-slow\n"));
        const auto back = ApprovedFindings::fromText("# one\n\n  \n" + text);
        QVERIFY(back.ok());
        QVERIFY(*back == approved);
        QCOMPARE(back->rules(), (std::vector<std::string>{"empty-label", "label-collision", "many-series",
                                                          "missing-type", "scrape-slow"}));
    }

    /// A dash says that there is none, wherever it stands; a name that is a dash is written \2d.
    void dashes()
    {
        const auto read = ApprovedFindings::fromText("promlint-help a -\nscrape-slow - -\nx - \\2d\n");
        QVERIFY(read.ok());
        QCOMPARE(QString::fromStdString(read->toText()),
                 QStringLiteral("promlint-help a\nscrape-slow\nx - \\2d\n"));
        QVERIFY(read->contains(FindingKey{"x", "", "-"}));
    }

    void mistakes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("four words") << QByteArray("a b c\na b c d\n") << 2;
        QTest::newRow("escape") << QByteArray("a \\2\n") << 1;
        QTest::newRow("commas") << QByteArray("# a, b\nmissing-type, a\n") << 2;
        QTest::newRow("commas without blanks") << QByteArray("missing-type,a\n") << 1;
        QTest::newRow("no hexadecimal") << QByteArray("\n\na b \\zz") << 3;
    }

    void mistakes()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        const auto result = ApprovedFindings::fromText(text.toStdString());
        QVERIFY(!result.ok());
        QCOMPARE(static_cast<int>(result.error().position.line), line);
    }
};

SIGHTGLASS_TEST(ApprovedFindingsTest)

} // namespace

#include "approvedfindingstest.moc"

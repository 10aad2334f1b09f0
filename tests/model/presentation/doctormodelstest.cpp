// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/cardinalitymodel.h"
#include "model/presentation/churnmodel.h"
#include "model/presentation/pagefamilymodel.h"
#include "model/presentation/pagefindingmodel.h"
#include "model/presentation/pagefindingtext.h"
#include "model/presentation/pagesamplemodel.h"
#include "model/presentation/rulestrings.h"
#include "tests/model/presentation/markingtranslator.h"
#include "tests/support/testcase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <iterator>

namespace {

using namespace sightglass;

std::shared_ptr<const PageExamination> examined(const std::string &body, const std::string &before = {},
                                                ExpositionFormat format = ExpositionFormat::PrometheusText)
{
    const auto capture = [format](const std::string &text) {
        auto page = std::make_shared<PageCapture>();
        page->body = text;
        page->format = format;
        return page;
    };
    return PageExamination::examine({capture(body), before.empty() ? nullptr : capture(before), {}});
}

const std::string hostilePage = "# HELP requests_total A \xE2\x80\xAE reversed\n"
                                "# TYPE requests_total counter\n"
                                "requests_total{path=\"/\xE2\x80\xAE\x07\"} 1\n"
                                "requests_total{path=\"/b\"} 2 1700000000000\n"
                                "broken{ 1\n"
                                "temperature 21.5\n";

QStringList column(const QAbstractItemModel &model, int number)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, number).data().toString();
    return texts;
}

class DoctorModelsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleCanBeTranslated()
    {
        const auto isListed = [](std::string_view text) {
            return text.find_first_not_of("%123456789 :") == std::string_view::npos ||
                   std::any_of(std::begin(translatableRules), std::end(translatableRules),
                               [text](const char *known) { return text == known; });
        };
        for (const FindingRule *rule : allFindingRules()) {
            for (const std::string_view text : {rule->message, rule->consequence, rule->remedy})
                QVERIFY2(isListed(text), std::string(text).c_str());
        }
    }

    void noTextIsListedInVain()
    {
        for (const char *listed : translatableRules) {
            const auto rules = allFindingRules();
            const bool used = std::any_of(rules.begin(), rules.end(), [listed](const FindingRule *rule) {
                return rule->message == listed || rule->consequence == listed || rule->remedy == listed;
            });
            QVERIFY2(used, listed);
        }
    }

    void everyFindingWordCanBeTranslated()
    {
        const std::vector<std::string_view> words = allFindingWords();
        const std::vector<std::string_view> listed(std::begin(translatableFindingWords),
                                                   std::end(translatableFindingWords));
        QVERIFY(std::is_permutation(words.begin(), words.end(), listed.begin(), listed.end()));
    }

    void findingWordsAreTranslated_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("word");
        QTest::newRow("suffix") << QByteArrayLiteral("promlint-reserved-suffix")
                                << QByteArrayLiteral("# TYPE a_bucket gauge\na_bucket 1\n")
                                << QStringLiteral("[non-histogram]");
        QTest::newRow("label") << QByteArrayLiteral("promlint-reserved-label")
                               << QByteArrayLiteral("# TYPE a gauge\na{quantile=\"0.5\"} 1\n")
                               << QStringLiteral("[non-summary]");
        QByteArray requests;
        for (int i = 0; i < 10; ++i)
            requests += "a{id=\"0000000" + QByteArray::number(i) + "-0000-0000-0000-000000000000\"} 1\n";
        QTest::newRow("shape") << QByteArrayLiteral("boundless-label") << requests
                               << QStringLiteral("[a UUID]");
    }

    void findingWordsAreTranslated()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, body);
        QFETCH(QString, word);
        const auto examination = examined(body.toStdString());
        const auto &findings = examination->diagnosis().findings;
        const auto found = std::find_if(findings.begin(), findings.end(), [&](const PageFinding &finding) {
            return finding.rule->id == std::string_view(rule.constData());
        });
        QVERIFY(found != findings.end());
        QVERIFY(found->rule->wordArgument > 0);
        // Whatever is said to be a word is one that can be translated.
        const std::vector<std::string_view> words = allFindingWords();
        const std::string &argument = found->arguments.at(found->rule->wordArgument - 1);
        QVERIFY2(std::find(words.begin(), words.end(), argument) != words.end(), argument.c_str());
        const test::MarkingTranslator translator("doctor");
        const QString text = pageFindingText(*found);
        QVERIFY2(text.contains(word), qPrintable(text));
    }

    void findingsAreFiltered()
    {
        PageFindingModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto diagnosis = std::make_shared<Diagnosis>(examined(hostilePage)->diagnosis());
        model.setDiagnosis(diagnosis);
        QVERIFY(model.rowCount() >= 3);
        QCOMPARE(model.index(0).data(PageFindingModel::PlaceRole).toString(), QStringLiteral("5:9"));
        QCOMPARE(model.index(0).data(PageFindingModel::SeverityRole).toInt(),
                 static_cast<int>(DiagnosticSeverity::Rejected));
        PageFindingModel::Filter filter;
        filter.text = QStringLiteral("TEMPERATURE");
        model.setFilter(filter);
        QVERIFY(model.rowCount() >= 1);
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.finding(row)->metric, std::string("temperature"));
        filter.wrong = filter.advice = false;
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), 0);
    }

    void approvedFindingsAreHiddenUntilAskedFor()
    {
        PageFindingModel model;
        auto diagnosis = std::make_shared<Diagnosis>(examined(hostilePage)->diagnosis());
        model.setDiagnosis(diagnosis);
        const int all = model.rowCount();
        ApprovedFindings approved;
        approved.approve(keyOf(*model.finding(all - 1)));
        auto marked = std::make_shared<Diagnosis>(*diagnosis);
        markApproved(*marked, approved);
        model.setDiagnosis(marked);
        QVERIFY(model.rowCount() < all);
        QVERIFY(model.approvedCount() > 0);
        PageFindingModel::Filter filter;
        filter.approved = true;
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), all);
        QVERIFY(model.index(all - 1).data(PageFindingModel::ApprovedRole).toBool());
    }

    void equalFindingsLeaveTheRowsAlone()
    {
        PageFindingModel model;
        model.setDiagnosis(std::make_shared<Diagnosis>(examined(hostilePage)->diagnosis()));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const PageFinding before = *model.finding(1);
        model.setDiagnosis(std::make_shared<Diagnosis>(examined(hostilePage)->diagnosis()));
        QCOMPARE(reset.count(), 0);
        QCOMPARE(model.rowLike(before), 1);
        model.setDiagnosis(std::make_shared<Diagnosis>(examined("\n\n" + hostilePage)->diagnosis()));
        QCOMPARE(reset.count(), 1);
        // The same rule about the same metric, further down.
        QVERIFY(model.rowLike(before) >= 0);
    }

    void whatIsNotListedIsSaid()
    {
        std::string body;
        for (int i = 0; i < 130; ++i)
            body += "m" + std::to_string(i) + " 1\n";
        PageFindingModel model;
        QVERIFY(!model.hasDiagnosis());
        QCOMPARE(model.omittedText(), QString());
        model.setDiagnosis(std::make_shared<Diagnosis>(examined(body)->diagnosis()));
        QCOMPARE(model.omittedText(), QStringLiteral("missing-type 30, promlint-help 30"));
        QCOMPARE(model.rowCount(), 200);
    }

    void aFindingIsCopiedWithLineAndCaret()
    {
        const auto examination = examined("ok 1\nbroken{ 1\n");
        const PageFinding &finding = examination->diagnosis().findings.front();
        const QString report =
            pageFindingReport(finding, QStringLiteral("http://x/metrics"), examination->text());
        const QStringList lines = report.split(u'\n');
        QVERIFY2(lines[0].startsWith(QStringLiteral("http://x/metrics:2:9: rejected: ")), qPrintable(report));
        QCOMPARE(lines[1], QStringLiteral("  broken{ 1"));
        QVERIFY(lines[2].startsWith(QStringLiteral("          ^")));
        QVERIFY(lines[3].startsWith(QStringLiteral("  = ")));
        QVERIFY(lines[4].startsWith(QStringLiteral("  > ")));
    }

    void cardinalityIsATree()
    {
        std::string body;
        for (int i = 0; i < 30; ++i)
            body += "requests_total{code=\"" + std::to_string(i % 3) + "\",user=\"1700000" +
                    std::to_string(1000 + i) + "\"} 1\n";
        body += "up 1\nup 1\nup 1\n";
        CardinalityModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setExamination(examined(body));
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex family = model.index(0, 0);
        QCOMPARE(family.data().toString(), QStringLiteral("requests_total"));
        QCOMPARE(family.siblingAtColumn(CardinalityModel::SeriesColumn).data().toString(),
                 QStringLiteral("30"));
        QCOMPARE(family.siblingAtColumn(CardinalityModel::ShareColumn).data().toString(),
                 QStringLiteral("97 %"));
        QCOMPARE(model.rowCount(family), 2);
        const QModelIndex user = model.index(0, 0, family);
        QCOMPARE(user.data().toString(), QStringLiteral("user"));
        QCOMPARE(user.siblingAtColumn(CardinalityModel::SavesColumn).data().toString(),
                 QStringLiteral("27 series (90 %)"));
        const QModelIndex remark = user.siblingAtColumn(CardinalityModel::RemarkColumn);
        QCOMPARE(remark.data().toString(),
                 QStringLiteral("without end: a number that counts on, such as 17000001000"));
        {
            const test::MarkingTranslator translator("doctor");
            QVERIFY(remark.data().toString().contains(QStringLiteral(": [a number that counts on], ")));
        }
        model.setExamination(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void churnIsATable()
    {
        ChurnModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setExamination(
            examined("a{x=\"1\"} 1\na{x=\"2\"} 1\nb 1\n", "a{x=\"1\"} 1\na{x=\"0\"} 1\nb 1\n"));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, ChurnModel::NameColumn).data().toString(), QStringLiteral("a"));
        QCOMPARE(model.index(0, ChurnModel::AddedColumn).data().toString(), QStringLiteral("+1"));
        QCOMPARE(model.index(0, ChurnModel::GoneColumn).data().toString(), QStringLiteral("−1"));
    }

    void familiesAndSamplesAreBrowsed()
    {
        const auto examination = examined(hostilePage);
        PageFamilyModel families;
        const QAbstractItemModelTester familyTester(&families,
                                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
        families.setExamination(examination);
        QVERIFY(column(families, PageFamilyModel::NameColumn).contains(QStringLiteral("requests_total")));
        families.setFilter(QStringLiteral("REVERSED"));
        QCOMPARE(column(families, PageFamilyModel::NameColumn),
                 QStringList{QStringLiteral("requests_total")});
        QCOMPARE(column(families, PageFamilyModel::TypeColumn), QStringList{QStringLiteral("counter")});
        QVERIFY(!column(families, PageFamilyModel::HelpColumn).first().contains(QChar(0x202E)));
        QCOMPARE(families.rowOf("requests_total"), 0);
        QCOMPARE(families.rowOf("temperature"), -1);

        PageSampleModel samples;
        const QAbstractItemModelTester sampleTester(&samples,
                                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
        samples.setFamily(examination, families.family(0));
        QCOMPARE(samples.rowCount(), 2);
        const QString series = samples.index(0, PageSampleModel::SeriesColumn).data().toString();
        QVERIFY(!series.contains(QChar(0x202E)) && !series.contains(QChar(7)));
        QCOMPARE(samples.index(1, PageSampleModel::TimeColumn).data().toString(),
                 QStringLiteral("2023-11-14T22:13:20.000Z"));
        samples.setFilter(QStringLiteral("/B"));
        QCOMPARE(column(samples, PageSampleModel::ValueColumn), QStringList{QStringLiteral("2")});
        QCOMPARE(samples.total(), std::size_t{2});
        samples.setFamily(nullptr, std::nullopt);
        QCOMPARE(samples.rowCount(), 0);
    }
};

} // namespace

SIGHTGLASS_TEST(DoctorModelsTest)
#include "doctormodelstest.moc"

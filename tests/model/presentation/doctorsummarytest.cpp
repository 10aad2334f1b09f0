// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/doctorsummary.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

namespace {

using namespace sightglass;

QString figure(const DoctorSummary &summary, const char *caption)
{
    for (const DoctorSummary::Figure &each : summary.figures) {
        if (each.caption == QLatin1String(caption))
            return each.value;
    }
    return QStringLiteral("-");
}

class DoctorSummaryTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotOffered_data()
    {
        QTest::addColumn<QByteArray>("accept");
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("text");
        const QByteArray usual = "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;q=0.2";
        const QByteArray native = "application/vnd.google.protobuf;q=0.6," + usual;
        const int text = int(ExpositionFormat::PrometheusText);
        const int openMetrics = int(ExpositionFormat::OpenMetricsText);
        QTest::newRow("of a file") << QByteArray() << text << QString();
        QTest::newRow("text") << usual << text
                              << QStringLiteral("OpenMetrics was asked for, and is not offered");
        QTest::newRow("OpenMetrics") << usual << openMetrics << QString();
        QTest::newRow("text for native histograms")
            << native << text
            << QStringLiteral("protobuf and OpenMetrics were asked for, and are not offered");
        QTest::newRow("OpenMetrics for native histograms")
            << native << openMetrics << QStringLiteral("protobuf was asked for, and is not offered");
        QTest::newRow("protobuf") << native << int(ExpositionFormat::Protobuf) << QString();
    }

    void whatIsNotOffered()
    {
        QFETCH(QByteArray, accept);
        QFETCH(int, format);
        ScrapeFacts facts;
        facts.accept = accept.toStdString();
        QTEST(notOfferedText(facts, static_cast<ExpositionFormat>(format)), "text");
    }

    void verdicts_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("error");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QString>("title");
        const QByteArray good = "# HELP up_seconds Good.\n# TYPE up_seconds gauge\nup_seconds 1\n";
        const int none = -1;
        QTest::newRow("healthy") << good << none << int(DoctorSummary::Verdict::Healthy) << "Healthy";
        QTest::newRow("wrong") << QByteArray("a 1\n") << none << int(DoctorSummary::Verdict::Problems)
                               << "Accepted, with problems";
        QTest::newRow("broken") << QByteArray("a{ 1\n") << none << int(DoctorSummary::Verdict::Refused)
                                << "Prometheus refuses this page";
        QTest::newRow("over a limit")
            << good << int(ErrorCode::SampleLimitExceeded) << int(DoctorSummary::Verdict::Refused)
            << "Prometheus refuses this page";
        QTest::newRow("nothing came") << QByteArray() << int(ErrorCode::ConnectionRefused)
                                      << int(DoctorSummary::Verdict::Refused) << "No page";
    }

    void verdicts()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, error);
        QFETCH(int, verdict);
        QFETCH(QString, title);
        auto capture = std::make_shared<PageCapture>();
        capture->body = body.toStdString();
        if (error >= 0)
            capture->error = Error{static_cast<ErrorCode>(error), {"127.0.0.1:9100"}, {}, {}};
        const auto examination = PageExamination::examine({capture, nullptr, {}});
        const DoctorSummary summary = doctorSummary(*examination, examination->diagnosis());
        QCOMPARE(int(summary.verdict), verdict);
        QCOMPARE(summary.title, title);
        QCOMPARE(summary.reason.isEmpty(), error < 0);
        // What failed is one finding at least, never two of the same.
        if (error >= 0)
            QVERIFY(summary.counts.startsWith(QStringLiteral("1 rejected")));
    }

    void approvalDoesNotMakePrometheusTakeThePage()
    {
        auto capture = std::make_shared<PageCapture>();
        capture->body = "a{ 1\n";
        const auto examination = PageExamination::examine({capture, nullptr, {}});
        Diagnosis diagnosis = examination->diagnosis();
        for (PageFinding &finding : diagnosis.findings)
            finding.approved = true;
        QCOMPARE(int(doctorSummary(*examination, diagnosis).verdict), int(DoctorSummary::Verdict::Refused));
    }

    void aSyntaxErrorIsToldOnceAndWithItsPlace()
    {
        auto capture = std::make_shared<PageCapture>();
        capture->body = "ok 1\na{ 1\n";
        capture->error = Error{ErrorCode::ExpositionSyntax, {"expected label name"}, {}, {2, 4}};
        const auto examination = PageExamination::examine({capture, nullptr, {}});
        const DoctorSummary summary = doctorSummary(*examination, examination->diagnosis());
        QCOMPARE(examination->diagnosis().count(DiagnosticSeverity::Rejected), std::size_t{1});
        QVERIFY(summary.reason.startsWith(QStringLiteral("2:4: ")));
    }

    void figures()
    {
        auto capture = std::make_shared<PageCapture>();
        for (int i = 0; i < 1500; ++i)
            capture->body += "requests_total{n=\"" + std::to_string(i) + "\"} 1\n";
        capture->transfer = {"text/plain; version=0.0.4", "", BodyCompression::Used,
                             capture->body.size() / 10};
        capture->at = 1'700'000'000'000;
        ScrapeFacts facts;
        facts.durationMs = 12;
        facts.timeoutMs = 1000;
        facts.earlierDurationsMs = {10, 14, 11};
        const auto examination = PageExamination::examine({capture, nullptr, facts});
        const DoctorSummary summary = doctorSummary(*examination, examination->diagnosis());
        QCOMPARE(figure(summary, "Samples"), QStringLiteral("1,500"));
        QVERIFY(figure(summary, "On the wire").endsWith(QStringLiteral("(10 %)")));
        QCOMPARE(figure(summary, "Duration"), QStringLiteral("12ms of 1s"));
        QCOMPARE(figure(summary, "Jitter"), QStringLiteral("10ms – 14ms"));
        QCOMPARE(figure(summary, "Exemplars"), QStringLiteral("-"));
    }

    void refusedAnswersAreShown_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("error");
        QTest::addColumn<QString>("format"); // of the page that it is examined as
        QTest::newRow("HTML") << QByteArray("<html><title>Sign in</title>")
                              << int(ErrorCode::UnsupportedContentType) << QStringLiteral("-");
        QTest::newRow("an exposition") << QByteArray("a 1\nb{ 1\n") << int(ErrorCode::UnsupportedContentType)
                                       << QStringLiteral("Prometheus text");
        QTest::newRow("protobuf") << QByteArray("\x0F\x0A\x05total\x18\x01\x22\x04\x22\x02\x08\x00", 16)
                                  << int(ErrorCode::ContentTypeMissing) << QStringLiteral("Protobuf");
        QTest::newRow("metrics with 500")
            << QByteArray("a 1\n") << int(ErrorCode::HttpStatus) << QStringLiteral("-");
        QTest::newRow("nothing") << QByteArray() << int(ErrorCode::HttpStatus) << QStringLiteral("-");
    }
    void refusedAnswersAreShown()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, error);
        QFETCH(QString, format);
        auto capture = std::make_shared<PageCapture>();
        capture->error = Error{static_cast<ErrorCode>(error), {"x"}, {}, {}};
        capture->format = ExpositionFormat::Protobuf; // of no meaning
        capture->refused = std::make_shared<const RefusedAnswer>(
            RefusedAnswer{401, "401 \x1b[31mNo", "text/html", {}, body.toStdString(), true});
        const auto examination = PageExamination::examine({capture, nullptr, {}});
        const DoctorSummary summary = doctorSummary(*examination, examination->diagnosis());
        QCOMPARE(summary.title, QStringLiteral("Prometheus refuses this answer"));
        QVERIFY(figure(summary, "Status").startsWith(QStringLiteral("401 ")));
        QVERIFY(!figure(summary, "Status").contains(QChar(0x1b)));
        QCOMPARE(figure(summary, "Content-Type"), QStringLiteral("text/html"));
        QCOMPARE(figure(summary, "Format"), format);
        if (format != QLatin1String("Protobuf"))
            QCOMPARE(std::string(examination->text()), body.toStdString());
        QVERIFY(examination->diagnosis().count(DiagnosticSeverity::Rejected) >= 1);
        QCOMPARE(examination->page().samples.empty(), format == QLatin1String("-"));
    }

    void protobufFindingsLeadToTheirFamily()
    {
        auto capture = std::make_shared<PageCapture>();
        capture->format = ExpositionFormat::Protobuf;
        capture->body = std::string("\x0F\x0A\x05total\x18\x01\x22\x04\x22\x02\x08\x00", 16);
        const auto examination = PageExamination::examine({capture, nullptr, {}});
        for (const PageFinding &finding : examination->diagnosis().findings) {
            if (!finding.metric.empty())
                QVERIFY(examination->placeOf(finding).has_value());
        }
    }
};

} // namespace

SIGHTGLASS_TEST(DoctorSummaryTest)
#include "doctorsummarytest.moc"

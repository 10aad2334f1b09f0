// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/diagnosis.h"
#include "model/analysis/promlintunits.h"
#include "tests/support/conformance.h"
#include "tests/support/peer.h"
#include "tests/support/testcase.h"

#include <QProcess>
#include <QTest>

#include <algorithm>

namespace {

using namespace sightglass;

constexpr int problemsFound = 3;
constexpr int notReadable = 1;

struct Verdict
{
    int exitCode = -1;
    QStringList problems; ///< "<metric> <text>", sorted, each once
};

Verdict ask(const QString &promtool, const QByteArray &body)
{
    QProcess process;
    process.start(promtool, {QStringLiteral("check"), QStringLiteral("metrics")});
    process.write(body);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000)) {
        process.kill();
        process.waitForFinished(3000);
        return {};
    }
    Verdict verdict{process.exitCode(), {}};
    if (verdict.exitCode == problemsFound)
        verdict.problems = QString::fromUtf8(process.readAllStandardError()).split(u'\n', Qt::SkipEmptyParts);
    return verdict;
}

/// Debian's promtool looks at units in random order where a name has several, and does not know validation 9.
bool isComparable(const QString &problem)
{
    if (problem.endsWith(QLatin1String("metric not unique")))
        return false;
    if (!problem.contains(QLatin1String(" use base unit ")))
        return true;
    return unitsInName(problem.section(u' ', 0, 0).toStdString()).size() < 2;
}

QStringList comparable(QStringList problems)
{
    problems.erase(std::remove_if(problems.begin(), problems.end(),
                                  [](const QString &problem) { return !isComparable(problem); }),
                   problems.end());
    problems.removeDuplicates();
    problems.sort();
    return problems;
}

QStringList promlintProblems(const Diagnosis &diagnosis)
{
    QStringList problems;
    for (const PageFinding &finding : diagnosis.findings) {
        if (finding.rule->id.starts_with("promlint-"))
            problems += QString::fromStdString(finding.metric + ' ' + findingText(finding));
    }
    return problems;
}

/// Of a page of OpenMetrics: as such, and as promtool takes it.
QStringList allProblems(const Diagnosis &diagnosis)
{
    QStringList problems = promlintProblems(diagnosis);
    for (const PageFinding &finding : diagnosis.findings) {
        if (finding.rule->id == "promtool-as-text")
            problems += QString::fromStdString(finding.metric + ' ' + finding.arguments.front());
    }
    return problems;
}

/// Of those that cannot be compared one by one: any that promtool may name is one of ours.
bool isFound(const QString &problem, const Diagnosis &diagnosis)
{
    return !problem.contains(QLatin1String(" use base unit ")) ||
           promlintProblems(diagnosis).contains(problem);
}

/// Without those of metrics whose lines we refuse as Prometheus does, and promtool's own parser does not.
QStringList ofReadableMetrics(QStringList problems, const ExposedPage &page)
{
    const auto isDamaged = [&page](const QString &problem) {
        const std::string metric = problem.section(u' ', 0, 0).toStdString();
        return std::find(page.damagedNames.begin(), page.damagedNames.end(), metric) !=
               page.damagedNames.end();
    };
    problems.erase(std::remove_if(problems.begin(), problems.end(), isDamaged), problems.end());
    return problems;
}

/// `promtool check metrics` finds nothing that we do not, in the same words.
class PromtoolPeerTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void ours_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(body); };
        row("good", "# HELP a x\n# TYPE a gauge\na 1\n");
        row("no help", "a 1\n");
        row("empty help", "# HELP a \n# TYPE a gauge\na 1\n");
        row("metadata only", "# TYPE a counter\n");
        row("types in names",
            "foo_counter 1\nx_gauge_histogram 1\n# TYPE gauge_b_gauge_x gauge\ngauge_b_gauge_x 1\n"
            "Foo_SUMMARY_x 1\n");
        row("suffixes", "# TYPE a_total gauge\na_total 1\n# TYPE b_bucket gauge\nb_bucket 1\n# TYPE c_count "
                        "counter\nc_count 1\n# TYPE d_sum summary\nd_sum 1\n# TYPE e_sum gauge\ne_sum 1\n");
        row("untyped", "a_bucket{le=\"1\",quantile=\"2\"} 1\na_count 1\na_sum 1\na_total 1\n");
        row("labels", "# TYPE a gauge\na{le=\"1\",quantile=\"1\",bC=\"2\"} 1\na{le=\"2\",bC=\"2\"} 1\n");
        row("counters", "# TYPE a counter\na 1\n# TYPE b_total counter\nb_total 1\n");
        row("histogram", "# TYPE h histogram\nh_bucket{aB=\"c\",le=\"1\"} 1\nh_bucket{aB=\"c\",le=\"+Inf\"} "
                         "1\nh_sum{aB=\"c\"} 1\nh_count{aB=\"c\"} 1\n");
        row("summary", "# TYPE s summary\ns{quantile=\"0.5\",le=\"1\"} 1\ns_sum 1\ns_count 1\n");
        row("a family that was there before", "# HELP h_count x\n# TYPE h_count gauge\nh_count 1\n"
                                              "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 1\nh_sum 1\n");
        row("names", "a:b 1\naB 1\nfoo_Bar 1\nx_ms_y_h 1\nx_s 1\nx_KB 1\nms 1\ns_x 1\nx_pb_y_d_m 1\n");
        row("units",
            "a_milliseconds 1\nb_kilobytes 1\nc_minutes 1\nd_kibibytes_x 1\ne_bits 1\nf_kilometers 1\n"
            "g_thermometers 1\nh_Milliseconds 1\nweeks 1\ni_ounces 1\nj_kelvins 1\nk_metres 1\n"
            "l_fahrenheit 1\nm_inches 1\nn_calories 1\no_decadays 1\np_volts 1\nq_picoamperes 1\n");
        row("two units", "a_seconds_minutes 1\nb_hours_milliseconds 1\nc_bits_seconds_days 1\n"
                         "d_minutes_minutes 1\n_hours__days_ 1\n");
        row("types in any case",
            "# TYPE a Counter\na 1\n# TYPE b_bucket GAUGE\nb_bucket{le=\"1\"} 1\n# TYPE h hIstogram\n"
            "h_bucket{le=\"1\"} 1\nh_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 1\n# TYPE s SUMMARY\n"
            "s{quantile=\"0.5\"} 1\ns_sum 1\ns_count 1\n# TYPE u_count Untyped\nu_count 1\n");
        row("gauge histograms", "# TYPE h gauge_histogram\nh_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 1\n"
                                "# TYPE i_total GAUGE_Histogram\ni_total 1\n");
        row("info in any case", "# TYPE a_info Info\na_info 1\n");
        row("not readable to it", "# HELP a x\na 1\n# HELP a y\n");
        row("late type", "a 1\n# TYPE a gauge\n");
        row("label twice", "a{b=\"1\",b=\"2\"} 1\n");
        row("no end of line", "a 1");
        row("quantile", "# HELP s s\n# TYPE s summary\ns{quantile=\"x\"} 1\n");
        row("no value", "a\n");
        row("bad type", "# TYPE a x\na 1\n");
        row("timestamps with a sign",
            "foo_ms{quantile=\"1\"} 1 -123\nbar_ms 1 +5\n# TYPE decoy counter\ndecoy -1 -2\n"
            "good_seconds 1 -99999999999999999999\nlast_minutes 1 -");
        row("no comma", "a{b=\"1\" c=\"2\"} 1\n");
    }

    void ours()
    {
        QFETCH(QByteArray, body);
        compareOne(body);
    }

    void openMetrics_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(body); };
        row("a counter", "# TYPE a counter\n# HELP a A.\na_total 1\n# EOF\n");
        row("all types", "# TYPE a counter\n# HELP a A.\na_total 1\na_created 2\n"
                         "# TYPE h_ms histogram\n# UNIT h_ms ms\nh_ms_bucket{le=\"+Inf\"} 1\nh_ms_sum 1\n"
                         "h_ms_count 1\nh_ms_created 1\n# TYPE s summary\ns{quantile=\"0.5\"} 1\ns_count 1\n"
                         "s_sum 1\n# TYPE g gauge\ng{aB=\"c\"} 1\n# EOF\n");
        row("untyped", "a_milliseconds 1\nbC 1\n# EOF\n");
        row("points", "# TYPE g gauge\n# HELP g G.\ng 1 1\ng 2 2\n# EOF\n");
        row("not readable to it", "# TYPE a info\na_info{x=\"y\"} 1\n# EOF\n");
        row("exemplars", "# TYPE a counter\na_total 1 # {x=\"y\"} 1\n# EOF\n");
    }

    void openMetrics()
    {
        QFETCH(QByteArray, body);
        compareOpenMetrics(body);
    }

    void payloads()
    {
        const QString root = sightglass::test::conformancePath(QStringLiteral("expositions"));
        if (root.isEmpty())
            QSKIP("no conformance data");
        const QStringList lines =
            QString::fromUtf8(sightglass::test::readFile(root + QStringLiteral("/verdicts.tsv")))
                .split(u'\n', Qt::SkipEmptyParts);
        int compared = 0;
        for (const QString &line : lines.mid(1)) {
            const QStringList fields = line.split(u'\t');
            const QByteArray body = sightglass::test::readFile(root + u'/' + fields.front());
            if (fields.value(1) == QLatin1String("text/plain"))
                compareOne(body);
            else if (fields.value(1) == QLatin1String("application/openmetrics-text"))
                compareOpenMetrics(body);
            else
                continue;
            if (QTest::currentTestFailed()) {
                qInfo("in %s", qPrintable(fields.front()));
                return;
            }
            ++compared;
        }
        qInfo("%d payloads compared", compared);
        QVERIFY(compared > 10);
    }

private:
    static void compareOne(const QByteArray &body)
    {
        const QString promtool = sightglass::test::peerProgram(QStringLiteral("promtool"));
        if (promtool.isEmpty())
            QSKIP(qPrintable(sightglass::test::peerSkipText(QStringLiteral("promtool"))));
        const Verdict verdict = ask(promtool, body);
        QVERIFY(verdict.exitCode >= 0);
        const ExposedPage page = readPage({body.constData(), static_cast<std::size_t>(body.size())},
                                          ExpositionFormat::PrometheusText);
        DiagnosisOptions options;
        options.findingsPerRule = 100'000;
        const Diagnosis diagnosis = diagnose(page, {}, options);
        if (verdict.exitCode == notReadable) {
            QVERIFY2(!diagnosis.isHealthy(), "promtool cannot read what we find nothing wrong with");
            return;
        }
        for (const QString &problem : verdict.problems)
            QVERIFY2(isFound(problem, diagnosis), qPrintable(problem));
        const QStringList ours = ofReadableMetrics(comparable(promlintProblems(diagnosis)), page);
        const QStringList theirs = ofReadableMetrics(comparable(verdict.problems), page);
        QCOMPARE(ours.join(u'\n'), theirs.join(u'\n'));
    }

    /// promtool reads OpenMetrics as text; so that it finds nothing that we do not, what it says of it is
    /// told, too.
    static void compareOpenMetrics(const QByteArray &body)
    {
        const QString promtool = sightglass::test::peerProgram(QStringLiteral("promtool"));
        if (promtool.isEmpty())
            QSKIP(qPrintable(sightglass::test::peerSkipText(QStringLiteral("promtool"))));
        const Verdict verdict = ask(promtool, body);
        QVERIFY(verdict.exitCode >= 0);
        DiagnosisOptions options;
        options.findingsPerRule = 100'000;
        const Diagnosis diagnosis =
            diagnose(readPage({body.constData(), static_cast<std::size_t>(body.size())},
                              ExpositionFormat::OpenMetricsText),
                     {}, options);
        const QStringList ours = allProblems(diagnosis);
        for (const QString &problem : comparable(verdict.problems))
            QVERIFY2(ours.contains(problem),
                     qPrintable(problem + QStringLiteral(" is not among\n") + ours.join(u'\n')));
    }
};

SIGHTGLASS_TEST(PromtoolPeerTest)

} // namespace

#include "promtoolpeertest.moc"

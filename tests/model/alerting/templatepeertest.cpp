// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/peer.h"
#include "tests/support/templatecases.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass::test;

/// Holds what expansions.txt expects to what the real promtool expands, all in one unit test. Debian's
/// is 2.42: where the reference (3.14) differs from it, the reference wins, the case says how, and promtool
/// is not asked.
class TemplatePeerTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void promtoolExpandsTheSame()
    {
        const QString promtool = peerProgram(QStringLiteral("promtool"));
        if (promtool.isEmpty())
            QSKIP(qPrintable(peerSkipText(QStringLiteral("promtool"))));
        QByteArray templates;
        QByteArray expected;
        int count = 0;
        for (const TemplateCase &one : readTemplateCases(QStringLiteral("expansions.txt"))) {
            if (!one.peerDiffers.empty())
                continue;
            const QByteArray name = "a" + QByteArray::number(one.line) + ": ";
            templates += name + yamlQuoted(one.text) + ",\n";
            expected += name + yamlQuoted(one.expected) + ",\n";
            ++count;
        }
        QVERIFY(count > 120);
        // promtool loads its series in the order of a Go map, another one each time, and `query "m"` gives
        // them in the order of loading: what is expected comes about in most runs, what is wrong in none.
        QByteArray said;
        for (int attempt = 0; attempt < 10 && !said.contains("SUCCESS"); ++attempt)
            said = unitTest(promtool, templates, expected);
        QVERIFY2(said.contains("SUCCESS"), said.left(20'000).constData());
        const QByteArray wrong =
            unitTest(promtool, templates, QByteArray(expected).replace("1.235M", "1.236M"));
        QVERIFY2(wrong.contains("FAILED"), wrong.left(1000).constData());
    }

private:
    static bool write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    static QByteArray unitTest(const QString &promtool, const QByteArray &templates,
                               const QByteArray &expected)
    {
        const QByteArray labels = "instance: \"host.example.org:9100\", job: \"a<b>&\\\"c'\", x: \"ÄöÜ ß\"";
        QTemporaryDir directory;
        const QString test = directory.filePath(QStringLiteral("test.yml"));
        const bool written =
            write(directory.filePath(QStringLiteral("rules.yml")),
                  "groups: [{name: g, rules: [{alert: T, expr: up > 1, annotations: {" + templates +
                      "}}]}]\n") &&
            write(test,
                  "rule_files: [rules.yml]\n"
                  "evaluation_interval: 1m\n"
                  "tests:\n"
                  "- interval: 1m\n"
                  "  external_labels: {region: eu}\n"
                  "  external_url: http://ex.org/pre/fix\n"
                  "  input_series:\n"
                  "  - {series: 'up{instance=\"host.example.org:9100\",job=\"a<b>&\\\"c''\",x=\"ÄöÜ ß\"}', "
                  "values: '1234567.5x5'}\n"
                  "  - {series: 'm{a=\"z\",i=\"1\"}', values: '1.5x5'}\n"
                  "  - {series: 'm{a=\"b\",i=\"2\"}', values: '1e6x5'}\n"
                  "  alert_rule_test:\n"
                  "  - eval_time: 1m\n"
                  "    alertname: T\n"
                  "    exp_alerts: [{exp_labels: {" +
                      labels + "}, exp_annotations: {" + expected + "}}]\n");
        if (!written)
            return {};
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(promtool, {QStringLiteral("test"), QStringLiteral("rules"), test});
        return process.waitForFinished(60'000) ? process.readAll() : QByteArray();
    }
};

} // namespace

SIGHTGLASS_TEST(TemplatePeerTest)
#include "templatepeertest.moc"

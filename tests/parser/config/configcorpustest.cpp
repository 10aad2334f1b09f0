// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/prometheusconfig.h"
#include "parser/config/rulefiletext.h"
#include "parser/config/ruletestfile.h"
#include "parser/config/targetgroups.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

namespace {

using namespace sightglass;

class ConfigCorpusTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    /// The fuzzer's seeds: an error has a text, and reading a file twice gives the same.
    void seeds_data() { addSeeds(QStringLiteral("config")); }
    void seeds()
    {
        QFETCH(QByteArray, text);
        const std::string bytes = text.toStdString();
        const auto config = parsePrometheusConfig(bytes, {"/etc/p"});
        if (config)
            QVERIFY(*config == *parsePrometheusConfig(bytes, {"/etc/p"}));
        else
            QVERIFY(!plainText(config.error()).empty());
        PrometheusConfig main;
        if (const Status added = parseScrapeConfigFile(bytes, {"/etc/p"}, main); !added)
            QVERIFY(main == PrometheusConfig());
        for (const auto format : {TargetGroupFormat::Yaml, TargetGroupFormat::Json})
            if (const auto groups = parseTargetGroups(bytes, format, "f"); !groups)
                QVERIFY(!plainText(groups.error()).empty());
    }

    void ruleSeeds_data() { addSeeds(QStringLiteral("rules")); }
    void ruleSeeds()
    {
        QFETCH(QByteArray, text);
        const std::string bytes = text.toStdString();
        const RuleFileReading reading = readRuleFile(bytes);
        for (const RuleProblem &problem : reading.problems)
            QVERIFY(!plainText(problem).empty());
        const auto shape = RuleFileText::fromText(bytes);
        QVERIFY(shape.ok() || !reading.ok());
        if (shape)
            QVERIFY(shape->file() == reading.file);
        for (const Error &error : readRuleTestFile(bytes).errors)
            QVERIFY(!plainText(error).empty());
    }

private:
    static void addSeeds(const QString &fuzzer)
    {
        QTest::addColumn<QByteArray>("text");
        QDirIterator files(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/fuzz/") + fuzzer, QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QTest::newRow(qPrintable(files.fileName())) << file.readAll();
        }
    }
};

} // namespace

SIGHTGLASS_TEST(ConfigCorpusTest)
#include "configcorpustest.moc"

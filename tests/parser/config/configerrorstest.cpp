// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/prometheusconfig.h"
#include "tests/parser/config/configcases.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::test;

/// On one line.
QByteArray rowName(const std::string &text)
{
    return QByteArray::fromStdString(text).replace('\n', "\\n");
}

class ConfigErrorsTest : public TestCase
{
    Q_OBJECT

private slots:
    void good_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < goodConfigs().size(); ++i)
            QTest::newRow(rowName(goodConfigs()[i].text).constData()) << static_cast<int>(i);
    }
    void good()
    {
        QFETCH(int, index);
        const auto config =
            parsePrometheusConfig(goodConfigs()[static_cast<std::size_t>(index)].text, {"/etc/p"});
        QVERIFY2(config.ok(), config ? "" : plainText(config.error()).c_str());
    }

    void bad_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < badConfigs().size(); ++i)
            QTest::newRow(rowName(badConfigs()[i].text).constData()) << static_cast<int>(i);
    }
    void bad()
    {
        QFETCH(int, index);
        const BadConfig &expected = badConfigs()[static_cast<std::size_t>(index)];
        const auto config = parsePrometheusConfig(expected.text, {"/etc/p"});
        QVERIFY(!config.ok());
        QCOMPARE(plainText(config.error()), expected.message);
        QCOMPARE(config.error().position.line, expected.position.line);
        QCOMPARE(config.error().position.column, expected.position.column);
        QCOMPARE(config.error().code, expected.code);
    }

    /// The same texts where a file of scrape_config_files holds them.
    void scrapeConfigFiles()
    {
        for (const BadConfig &expected : badConfigs()) {
            if (!expected.text.starts_with("scrape_configs:"))
                continue;
            PrometheusConfig main;
            const PrometheusConfig before = main;
            const Status status = parseScrapeConfigFile(expected.text, {"/etc/p"}, main);
            QVERIFY2(!status.ok(), expected.text.c_str());
            QCOMPARE(plainText(status.error()), expected.message);
            QVERIFY(main == before);
        }
    }
};

} // namespace

SIGHTGLASS_TEST(ConfigErrorsTest)
#include "configerrorstest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parser/exposition/entrytranscript.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QTest>

namespace {

using namespace sightglass;

/// tests/data/exposition: each NAME.txt (Prometheus text) or NAME.om (OpenMetrics) has its entries, with
/// line:column, and where it is refused the diagnostic in NAME.….expected.
class GoldenFileTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void entriesAsExpected_data()
    {
        QTest::addColumn<QString>("path");
        QDirIterator files(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/exposition"),
                           {QStringLiteral("*.txt"), QStringLiteral("*.om")}, QDir::Files);
        while (files.hasNext()) {
            const QString path = files.next();
            QTest::newRow(qPrintable(files.fileName())) << path;
        }
    }

    void entriesAsExpected()
    {
        QFETCH(QString, path);
        const std::string body = test::readFile(path).toStdString();
        const auto format = path.endsWith(QLatin1String(".om")) ? ExpositionFormat::OpenMetricsText
                                                                : ExpositionFormat::PrometheusText;
        const auto parser = createExpositionParser(format, body);
        QByteArray entries;
        for (const std::string &line : test::transcribe(*parser))
            entries += QByteArray::fromStdString(line) + '\n';
        QCOMPARE(entries, test::readFile(path + QLatin1String(".expected")));
        QCOMPARE(QByteArray::fromStdString(test::differenceOfPaths(format, body)), QByteArray());
    }
};

SIGHTGLASS_TEST(GoldenFileTest)

} // namespace

#include "goldenfiletest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/examinedtext.h"

#include "tests/support/testcase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;

class ExaminedTextTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void formatsAreTold_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("format");
        QTest::newRow("text") << QByteArray("a 1\n") << int(ExpositionFormat::PrometheusText);
        QTest::newRow("open metrics") << QByteArray("a 1\n# EOF\n") << int(ExpositionFormat::OpenMetricsText);
        QTest::newRow("nothing") << QByteArray() << int(ExpositionFormat::PrometheusText);
    }

    void formatsAreTold()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, format);
        const auto page = examinedText(bytes.toStdString());
        QVERIFY(page);
        QCOMPARE(int((*page)->format), format);
        QCOMPARE((*page)->body, bytes.toStdString());
    }

    void packedFilesAreUnpacked()
    {
        const auto page = examinedText(
            QByteArray::fromHex("1f8b08000000000002034b5430e4020036e71bbc04000000").toStdString());
        QVERIFY(page);
        QCOMPARE((*page)->body, std::string("a 1\n"));
        QCOMPARE((*page)->transfer.compression, BodyCompression::Used);
    }

    void damagedPackingIsSaid()
    {
        const auto page = examinedText(std::string("\x1F\x8B\x08\x00garbage", 11));
        QVERIFY(!page);
    }

    void sizeIsBounded()
    {
        const auto page = examinedText(std::string(mostExaminedBytes, 'x'));
        QVERIFY(!page);
        QCOMPARE(page.error().code, ErrorCode::BodyTooLarge);
    }

    void filesAreRead()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("page.prom")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("up 1\n");
        file.close();
        const auto page = examinedFile(file.fileName());
        QVERIFY(page);
        QCOMPARE((*page)->body, std::string("up 1\n"));
        for (const QString &bad :
             {folder.path(), folder.filePath(QStringLiteral("missing")), QStringLiteral("/dev/zero")}) {
            const auto none = examinedFile(bad);
            QVERIFY2(!none, qPrintable(bad));
            QCOMPARE(none.error().code, ErrorCode::FileUnreadable);
        }
    }
};

} // namespace

SIGHTGLASS_TEST(ExaminedTextTest)
#include "examinedtexttest.moc"

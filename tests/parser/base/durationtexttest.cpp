// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/durationtext.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class DurationTextTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWrites_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QByteArray>("canonical");
        const auto row = [](const char *text, qint64 milliseconds, const char *canonical) {
            QTest::newRow(text) << QByteArray(text) << milliseconds << QByteArray(canonical);
        };
        row("0", 0, "0s");
        row("0w", 0, "0s");
        row("5ms", 5, "5ms");
        row("1500ms", 1500, "1s500ms");
        row("90s", 90000, "1m30s");
        row("1h30m", 5400000, "1h30m");
        row("1h30m15s3ms", 5415003, "1h30m15s3ms");
        row("24h", 86400000, "1d");
        row("7d", 604800000, "1w");
        row("8d", 691200000, "8d");
        row("365d", 31536000000, "1y");
        row("1y2w3d", 33004800000, "382d");
        row("292y", 9208512000000, "292y");
    }

    void readsAndWrites()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, milliseconds);
        QFETCH(QByteArray, canonical);
        QCOMPARE(parseDurationMs(text.toStdString()).value_or(-1), milliseconds);
        QCOMPARE(QByteArray::fromStdString(formatDurationMs(milliseconds)), canonical);
        QCOMPARE(parseDurationMs(canonical.toStdString()).value_or(-1), milliseconds);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"", "1", "00", "s", "-1s", "+1s", "1.5h", "1s1m", "1s1s", "1ms1s", "1S", "1 s", " 1s", "1s ",
              "293y", "99999999999999999999999s", "1d1w", "5min", "1µs"})
            QTest::newRow(text) << QByteArray(text);
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parseDurationMs(text.toStdString()).has_value());
    }

    void writesNegativeWithMinus()
    {
        QCOMPARE(formatDurationMs(-5400000), std::string("-1h30m"));
        QVERIFY(formatDurationMs(std::numeric_limits<std::int64_t>::min()).starts_with('-'));
    }
};

SIGHTGLASS_TEST(DurationTextTest)

} // namespace

#include "durationtexttest.moc"

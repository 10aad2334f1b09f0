// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

#include "app/cli/bundleddashboards.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;

class OptionsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void durations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milliseconds");
        QTest::newRow("seconds") << QStringLiteral("20s") << qint64{20'000};
        QTest::newRow("mixed") << QStringLiteral("1m30s") << qint64{90'000};
        QTest::newRow("number") << QStringLiteral("2.5") << qint64{2500};
        QTest::newRow("zero") << QStringLiteral("0s") << qint64{-1};
        QTest::newRow("negative") << QStringLiteral("-3") << qint64{-1};
        QTest::newRow("words") << QStringLiteral("soon") << qint64{-1};
        QTest::newRow("huge") << QStringLiteral("1e300") << qint64{-1};
        QTest::newRow("nan") << QStringLiteral("nan") << qint64{-1};
    }

    void durations()
    {
        QFETCH(QString, text);
        QFETCH(qint64, milliseconds);
        QCOMPARE(static_cast<qint64>(durationOption(text).value_or(-1)), milliseconds);
    }

    void sizes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QSize>("size");
        QTest::newRow("both") << QStringLiteral("1600x1000") << QSize(1600, 1000);
        QTest::newRow("width") << QStringLiteral("1200") << QSize(1200, 0);
        QTest::newRow("too large") << QStringLiteral("99999x1000") << QSize();
        QTest::newRow("too small") << QStringLiteral("10x10") << QSize();
        QTest::newRow("words") << QStringLiteral("big") << QSize();
        QTest::newRow("trailing") << QStringLiteral("1600x") << QSize();
    }

    void sizes()
    {
        QFETCH(QString, text);
        QFETCH(QSize, size);
        QCOMPARE(sizeOption(text).value_or(QSize()), size);
    }

    void targetsNameTheBadAddress()
    {
        QString bad;
        QVERIFY(targetOptions({QStringLiteral("a:1"), QStringLiteral("http://b/m")}, bad)->size() == 2);
        QVERIFY(!targetOptions({QStringLiteral("a:1"), QStringLiteral("gopher://b")}, bad));
        QCOMPARE(bad, QStringLiteral("gopher://b"));
        QVERIFY(!targetOptions({QStringLiteral("http://u:secret@b:bad")}, bad));
        QCOMPARE(bad, QStringLiteral("http://u:***@b:bad"));
    }

    /// A bare word is no host, but may be a file.
    void bareWordsMayBeFiles()
    {
        const QTemporaryDir folder;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));
        QString bad;
        QVERIFY(!targetOptions({QStringLiteral("metrics")}, bad));
        QVERIFY(QFile(QStringLiteral("metrics")).open(QIODevice::WriteOnly));
        const auto targets = targetOptions({QStringLiteral("metrics")}, bad);
        QVERIFY(targets);
        QCOMPARE(targets->front().url, QUrl::fromLocalFile(QDir::currentPath() + QLatin1String("/metrics")));
        QVERIFY(QDir::setCurrent(before));
    }

    void knownSystemsAreBundled()
    {
        QStringList ids;
        for (const DashboardSpec &dashboard : bundledDashboards()) {
            ids << QString::fromStdString(dashboard.id);
            QVERIFY(!dashboard.requiredMetrics.empty());
        }
        QVERIFY(ids.contains(QStringLiteral("fraiseql-observer")));
        QVERIFY(ids.contains(QStringLiteral("observer-plain")));
    }
};

} // namespace

SIGHTGLASS_TEST(OptionsTest)
#include "optionstest.moc"

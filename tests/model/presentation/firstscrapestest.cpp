// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/firstscrapes.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

TargetStatus target(const char *id, std::optional<ErrorCode> error = {})
{
    TargetStatus status;
    status.config.id = QString::fromLatin1(id);
    status.config.url = QUrl(QStringLiteral("http://%1:1/metrics?token=PW").arg(status.config.id));
    if (error)
        status.error = Error{*error, {"what\xE2\x80\xAE"}, {}, {}};
    return status;
}

class FirstScrapesTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void headlines_data()
    {
        QTest::addColumn<QList<int>>("errors"); // -1: none
        QTest::addColumn<QString>("headline");
        QTest::addColumn<QString>("trouble");
        constexpr int refused = static_cast<int>(ErrorCode::ExpositionSyntax);
        constexpr int status = static_cast<int>(ErrorCode::HttpStatus);
        constexpr int silent = static_cast<int>(ErrorCode::ConnectionRefused);
        QTest::newRow("nothing yet") << QList<int>{-1} << QStringLiteral("Waiting for the first scrape")
                                     << QString();
        QTest::newRow("silent") << QList<int>{silent} << QStringLiteral("No target answers yet")
                                << QStringLiteral("t0");
        QTest::newRow("refused") << QList<int>{-1, refused}
                                 << QStringLiteral("One target answers, but its answer is refused")
                                 << QStringLiteral("t1");
        QTest::newRow("two refused") << QList<int>{refused, status}
                                     << QStringLiteral("2 targets answer, but their answers are refused")
                                     << QStringLiteral("t0");
        QTest::newRow("mixed") << QList<int>{silent, refused} << QStringLiteral("No target can be read yet")
                               << QStringLiteral("t1");
    }

    void headlines()
    {
        QFETCH(QList<int>, errors);
        std::vector<TargetStatus> targets;
        for (int i = 0; i < errors.size(); ++i) {
            const QByteArray id = "t" + QByteArray::number(i);
            targets.push_back(errors[i] < 0 ? target(id.constData())
                                            : target(id.constData(), static_cast<ErrorCode>(errors[i])));
        }
        const FirstScrapes first = firstScrapes(targets, true);
        QTEST(first.headline, "headline");
        QTEST(first.troubleTarget, "trouble");
        QVERIFY(!first.details.contains(QStringLiteral("PW")));
        QVERIFY(!first.details.contains(QChar(0x202E)));
    }

    void withoutTargets()
    {
        const FirstScrapes first = firstScrapes({}, false);
        QVERIFY(first.headline.startsWith(QStringLiteral("Point Sightglass")));
        QVERIFY(first.troubleTarget.isEmpty());
    }

    void reasonsAreBounded()
    {
        std::vector<TargetStatus> targets(20, target("t", ErrorCode::ConnectionRefused));
        const FirstScrapes first = firstScrapes(targets, true);
        QCOMPARE(first.details.count(QStringLiteral("http://t:1/metrics?token=***")), 8);
        QVERIFY(first.details.endsWith(QStringLiteral("and 12 more")));
    }

    void theWorstTarget()
    {
        const std::vector<TargetStatus> targets = {target("good"), target("silent", ErrorCode::HostNotFound),
                                                   target("bad", ErrorCode::InvalidSeries)};
        QCOMPARE(worstTarget(targets, QStringLiteral("good")), QStringLiteral("bad"));
        QCOMPARE(worstTarget(targets, QStringLiteral("silent")), QStringLiteral("silent"));
        QCOMPARE(worstTarget({targets.data(), targets.data() + 2}, {}), QStringLiteral("silent"));
        QCOMPARE(worstTarget({targets.data(), targets.data() + 1}, QStringLiteral("good")),
                 QStringLiteral("good"));
        QCOMPARE(worstTarget({}, {}), QString());
    }
};

SIGHTGLASS_TEST(FirstScrapesTest)

} // namespace

#include "firstscrapestest.moc"

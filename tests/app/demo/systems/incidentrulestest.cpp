// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/systemtable.h"
#include "tests/app/demo/systems/rulesoverincident.h"
#include "tests/support/demoprocess.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::demo;
using namespace std::chrono_literals;

constexpr TimestampMs start = 1'700'000'000'000;

QByteArray listed(const std::set<std::string> &names)
{
    QByteArray text;
    for (const std::string &name : names)
        text += QByteArray::fromStdString(name) + ' ';
    return text;
}

/// Every alert of a system's rule file fires in its incident and is over after it.
class IncidentRulesTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void modelledSystems_data();
    void modelledSystems();
    void steadySystemsAreQuiet_data();
    void steadySystemsAreQuiet();
    void realObservers();
};

void IncidentRulesTest::modelledSystems_data()
{
    QTest::addColumn<int>("system");
    QTest::addColumn<int>("scrapeSeconds");
    QTest::addColumn<int>("incidentMinutes");
    QTest::newRow("allsource-core") << int(SystemId::AllSourceCore) << 15 << 30;
    QTest::newRow("allsource-control-plane") << int(SystemId::AllSourceControlPlane) << 15 << 30;
    QTest::newRow("streamhouse") << int(SystemId::StreamHouse) << 15 << 30;
    // Its rule about a day without a reset takes an incident of more than a day.
    QTest::newRow("sellify") << int(SystemId::Sellify) << 60 << 30 * 60;
}

void IncidentRulesTest::modelledSystems()
{
    QFETCH(int, system);
    QFETCH(int, scrapeSeconds);
    QFETCH(int, incidentMinutes);
    const SystemEntry &entry = systemEntry(static_cast<SystemId>(system));
    const IncidentTiming timing{40min, std::chrono::minutes(incidentMinutes), 48h};
    const Milliseconds end = timing.after + timing.length;
    for (std::uint64_t seed = 11; seed < 14; ++seed) {
        const auto model = entry.makeModel(seed);
        RulesOverIncident rules(QString::fromLatin1(entry.name.data()));
        for (Milliseconds now{0}; now < end + 60min; now += std::chrono::seconds(scrapeSeconds)) {
            for (int i = 0; i < 5; ++i)
                model->step(scrapeSeconds / 5.0, weatherAt(Scenario::Incident, now, timing));
            rules.scrape(QByteArray::fromStdString(model->metrics().text()), start + now.count());
        }
        QCOMPARE(listed(rules.problems()), QByteArray());
        QVERIFY(rules.alerts().size() >= 4);
        QCOMPARE(listed(rules.firedBetween(start, start + timing.after.count())), QByteArray());
        // A rate over five minutes sees an incident's end a little later.
        QCOMPARE(listed(rules.firedBetween(start, start + (end + 5min).count())), listed(rules.alerts()));
        QCOMPARE(listed(rules.active()), QByteArray());
    }
}

void IncidentRulesTest::steadySystemsAreQuiet_data()
{
    QTest::addColumn<int>("system");
    for (const SystemEntry &entry : systemTable()) {
        if (entry.makeModel != nullptr)
            QTest::newRow(entry.name.data()) << int(entry.id);
    }
}

void IncidentRulesTest::steadySystemsAreQuiet()
{
    QFETCH(int, system);
    const SystemEntry &entry = systemEntry(static_cast<SystemId>(system));
    for (std::uint64_t seed = 21; seed < 24; ++seed) {
        const auto model = entry.makeModel(seed);
        RulesOverIncident rules(QString::fromLatin1(entry.name.data()));
        for (int second = 0; second < 6 * 3600; second += 30) {
            for (int i = 0; i < 3; ++i)
                model->step(10, {});
            rules.scrape(QByteArray::fromStdString(model->metrics().text()), start + second * 1000);
        }
        QCOMPARE(listed(rules.firedBetween(start, start + 24 * 3'600'000)), QByteArray());
    }
}

QByteArray get(const QString &url)
{
    QNetworkAccessManager manager;
    QNetworkReply *reply = manager.get(QNetworkRequest(QUrl(url)));
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->readAll();
}

/// Two real services with their real trouble, written down in slow motion: a second of theirs is a minute
/// here, so that an incident of seconds is one of as many minutes to rules that wait for minutes.
void IncidentRulesTest::realObservers()
{
    constexpr int slowness = 60;
    constexpr qint64 after = 5'000;
    constexpr qint64 longest = 150'000;
    test::DemoProcess demo;
    QVERIFY(demo.start(QStringLiteral("--system fraiseql,plain --scenario incident --incident-after 5 "
                                      "--incident-for 18 --incident-pause 600")
                           .split(QLatin1Char(' '))));
    const QString plainLine = demo.nextLine();
    const QString plainUrl = plainLine.section(QLatin1Char(' '), 2, 2);
    QVERIFY2(plainUrl.startsWith(QLatin1String("http://")), qPrintable(plainLine));
    RulesOverIncident prefixed(QStringLiteral("fraiseql-observer"));
    RulesOverIncident plain(QStringLiteral("observer-plain"));
    QElapsedTimer timer;
    timer.start();
    bool over = false;
    while (!over && timer.elapsed() < longest) {
        const TimestampMs at = start + timer.elapsed() * slowness;
        prefixed.scrape(get(demo.url()), at);
        plain.scrape(get(plainUrl), at);
        const TimestampMs now = start + timer.elapsed() * slowness;
        over = prefixed.firedBetween(start, now) == prefixed.alerts() &&
               plain.firedBetween(start, now) == plain.alerts() && prefixed.active().empty() &&
               plain.active().empty();
        QTest::qWait(200);
    }
    QCOMPARE(listed(prefixed.problems()) + listed(plain.problems()), QByteArray());
    const TimestampMs end = start + longest * slowness;
    QCOMPARE(listed(prefixed.firedBetween(start, start + after * slowness)), QByteArray());
    QCOMPARE(listed(plain.firedBetween(start, start + after * slowness)), QByteArray());
    QCOMPARE(listed(prefixed.firedBetween(start, end)), listed(prefixed.alerts()));
    QCOMPARE(listed(plain.firedBetween(start, end)), listed(plain.alerts()));
    QCOMPARE(listed(prefixed.active()) + listed(plain.active()), QByteArray());
}

} // namespace

SIGHTGLASS_TEST(IncidentRulesTest)

#include "incidentrulestest.moc"
